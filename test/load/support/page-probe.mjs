/**
 * Runs in every measured page before its own scripts, the product's and the bare ones alike, and notes when things
 * happen. It changes nothing of what the page does, except the size of the camera's picture.
 *
 * Must stand alone: it is sent to the browser as text.
 *
 * @param {{ width: number, height: number, frameRate: number }} picture What the camera gives.
 */
export function probePage(picture) {
  const page = Object(globalThis);
  /** @type {Record<string, number>} */
  let marks = {};
  /** @type {Set<string>} */
  const remoteTracks = new Set();
  /** @type {any[]} */
  const connections = [];
  const mark = (name, at = performance.now()) => {
    marks[name] ??= at;
  };
  page.bench = {
    get marks() {
      return marks;
    },
    forget() {
      marks = {};
    },
    async received() {
      const sum = { packets: 0, bytes: 0, frames: 0 };
      for (const connection of connections.filter((one) => one.connectionState === 'connected')) {
        (await connection.getStats()).forEach((entry) => {
          if (entry.type === 'inbound-rtp') {
            sum.packets += entry.packetsReceived;
            sum.bytes += entry.bytesReceived;
            sum.frames += entry.framesDecoded ?? 0;
          }
        });
      }
      return sum;
    },
  };

  page.RTCPeerConnection = new Proxy(page.RTCPeerConnection, {
    construct(target, options) {
      const connection = new target(...options);
      mark('peerConnection');
      connections.push(connection);
      connection.addEventListener('track', ({ track }) => {
        remoteTracks.add(track.id);
        mark(`${track.kind}Track`);
      });
      connection.addEventListener('connectionstatechange', () => {
        const receives = connection.getReceivers().some(({ track }) => remoteTracks.has(track.id));
        mark(`${receives ? 'receiving' : 'sending'}-${connection.connectionState}`);
      });
      return connection;
    },
  });

  const { prototype } = page.HTMLMediaElement;
  const source = Object.getOwnPropertyDescriptor(prototype, 'srcObject');
  Object.defineProperty(prototype, 'srcObject', {
    ...source,
    set(stream) {
      source?.set?.call(this, stream);
      const shown = stream?.getVideoTracks() ?? [];
      if (shown.some(({ id }) => remoteTracks.has(id))) {
        mark('videoElement');
        this.requestVideoFrameCallback((_, { presentationTime }) =>
          mark('firstFrame', presentationTime),
        );
      }
    },
  });

  const devices = page.navigator.mediaDevices;
  const getUserMedia = devices?.getUserMedia.bind(devices);
  if (getUserMedia !== undefined) {
    devices.getUserMedia = async (wish) => {
      mark('cameraAsked');
      const stream = await getUserMedia(wish.video ? { ...wish, video: picture } : wish);
      mark('cameraOpen');
      return stream;
    };
  }

  page.WebSocket = new Proxy(page.WebSocket, {
    construct(target, options) {
      const socket = new target(...options);
      mark('lineBegun');
      socket.addEventListener('open', () => mark('lineOpen'));
      // An event of socket.io is `42["name",…]`, with the number of the wanted answer before the bracket.
      socket.addEventListener('message', ({ data }) => {
        const [, name] = /^42\d*\["(\w+)"/.exec(data) ?? [];
        if (name !== undefined) {
          mark(`told-${name}`);
        }
      });
      const send = socket.send.bind(socket);
      socket.send = (data) => {
        const [, name] = /^42\d*\["(\w+)"/.exec(data) ?? [];
        if (name !== undefined) {
          mark(`asked-${name}`);
        }
        send(data);
      };
      return socket;
    },
  });

  page.addEventListener('DOMContentLoaded', () => mark('document'));
  page.addEventListener(
    'click',
    ({ target }) => {
      if (target.closest?.('[data-testid="admit"]')) {
        mark('pressed');
      }
    },
    { capture: true },
  );
}

interface Channel {
  readyState: string;
  send(text: string): void;
}

interface Connections {
  RTCPeerConnection: {
    prototype: { createDataChannel: (this: unknown, ...options: unknown[]) => Channel };
  };
  keptChannels: Channel[];
}

/** Runs in a page before its own code: keeps the channels for text that it makes. */
export function keepChannels(): void {
  const page = globalThis as unknown as Connections;
  const { prototype } = page.RTCPeerConnection;
  const make = prototype.createDataChannel;
  page.keptChannels = [];
  prototype.createDataChannel = function (...options) {
    const channel = make.apply(this, options);
    page.keptChannels.push(channel);
    return channel;
  };
}

/** Runs in a page that keeps its channels. @returns How many of them were closed. */
export function closedChannels(): number {
  const { keptChannels } = globalThis as unknown as Connections;
  return keptChannels.filter(({ readyState }) => readyState === 'closed').length;
}

/** Runs in a page that keeps its channels: writes as no person does. @returns How many of them were closed. */
export function writeWithoutEnd(): number {
  const { keptChannels } = globalThis as unknown as Connections;
  for (const channel of keptChannels.filter(({ readyState }) => readyState === 'open')) {
    for (let count = 0; count < 100; count += 1) {
      channel.send('{"kind":"typing","text":"a"}');
    }
  }
  return keptChannels.filter(({ readyState }) => readyState === 'closed').length;
}

/** Runs in a page that keeps its channels. @returns How many of them are open or being opened. */
export function standingChannels(): number {
  const { keptChannels } = globalThis as unknown as Connections;
  return keptChannels.filter(({ readyState }) => ['connecting', 'open'].includes(readyState))
    .length;
}

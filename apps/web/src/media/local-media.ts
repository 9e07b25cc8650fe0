import type { DeviceState } from '@tapaamo/contracts';
import { CameraView, type Blur, type OpenBlurred } from './background/camera-view.js';
import { deviceProblem } from './device-problem.js';
import { Store } from './store.js';

/** One of the person's own devices. */
export interface LocalDevice {
  /** `unknown` until it has been tried. */
  state: DeviceState | 'unknown';
  /** What it gives now; undefined when it is closed. */
  track: MediaStreamTrack | undefined;
  /** Whether the person wants it on. */
  on: boolean;
}

/** The person's camera and microphone as they stand. */
export interface LocalMediaState {
  camera: LocalDevice;
  microphone: LocalDevice;
  /** True while the browser is asking for permission or opening a device. */
  opening: boolean;
}

/** Which of the two a call concerns. */
export type DeviceKind = 'camera' | 'microphone';

function newDevice(on: boolean): LocalDevice {
  return { state: 'unknown', track: undefined, on };
}

/** 720p is enough for a face and fits the bandwidth of the highest of the three layers that are sent. */
const CAMERA: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
  facingMode: 'user',
};

const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** What blurs is some megabytes, and is loaded by who wants it. */
const openBlurred: OpenBlurred = async (camera, onFailed) => {
  const { BlurredCamera } = await import('./background/blurred-camera.js');
  return BlurredCamera.open(camera, onFailed);
};

/** Opens, closes and changes the person's camera and microphone, and never gives up one because the other failed. */
export class LocalMedia {
  readonly store: Store<LocalMediaState>;
  /** Of the camera's background. */
  readonly blur = new Store<{ state: Blur }>({ state: 'off' });
  /** Grows with every closing: what was asked of the browser before it opens nothing after it. */
  #turn = 0;
  /** The turn in which both are being opened. */
  #openingIn: number | undefined;
  readonly #chosen = new Map<DeviceKind, string>();
  readonly #view = new CameraView({
    openBlurred,
    changed: (track, blur) => {
      const { camera } = this.store.get();
      this.store.update({ camera: { ...camera, track } });
      this.blur.update({ state: blur });
    },
  });

  /** @param wishes - Which devices the person wants on when they are opened. */
  constructor(wishes: Readonly<Record<DeviceKind, boolean>> = { camera: true, microphone: true }) {
    this.store = new Store<LocalMediaState>({
      camera: newDevice(wishes.camera),
      microphone: newDevice(wishes.microphone),
      opening: false,
    });
  }

  /** Opens what the person wants on and what is not open yet. Both are asked for at once: one question, not two. */
  async open(): Promise<void> {
    const wanted = (['camera', 'microphone'] as const).filter((kind) => {
      const device = this.store.get()[kind];
      return device.on && device.track?.readyState !== 'live';
    });
    const turn = this.#turn;
    if (wanted.length === 0 || this.#openingIn === turn) {
      return;
    }
    this.#openingIn = turn;
    this.store.update({ opening: true });
    try {
      await this.#openAtOnce(wanted);
    } catch {
      // Asked one by one, whichever works is kept and the other's reason is known; not once they were closed.
      await Promise.all(turn === this.#turn ? wanted.map((kind) => this.#openOne(kind)) : []);
    } finally {
      // What was closed and asked for anew meanwhile is still being opened.
      if (this.#openingIn === turn) {
        this.#openingIn = undefined;
        this.store.update({ opening: false });
      }
    }
  }

  /** Turns both devices on or off as wished. What is to be opened is asked for at once. */
  async wish(wishes: Readonly<Record<DeviceKind, boolean>>): Promise<void> {
    for (const kind of ['camera', 'microphone'] as const) {
      const device = this.store.get()[kind];
      if (wishes[kind] && device.track?.readyState !== 'live') {
        this.#set(kind, { ...device, on: true });
      } else {
        void this.turn(kind, wishes[kind]);
      }
    }
    await this.open();
  }

  /** Turns a device on or off. The camera is closed when off, so that its light goes out; the microphone is silenced. */
  async turn(kind: DeviceKind, on: boolean): Promise<void> {
    const device = this.store.get()[kind];
    if (kind === 'microphone' && device.track?.readyState === 'live') {
      device.track.enabled = on;
      this.#set(kind, { ...device, on });
      return;
    }
    if (!on) {
      this.#stop(kind);
      this.#set(kind, { ...this.store.get()[kind], on });
      return;
    }
    this.#set(kind, { ...device, on });
    await this.#openOne(kind);
  }

  /** Changes to another camera or microphone. */
  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    this.#chosen.set(kind, deviceId);
    // Phones refuse to open a second camera while the first is open.
    this.#stop(kind);
    await this.#openOne(kind);
  }

  /** Closes a device and opens it again: one that fell silent, was pulled out, or was taken by another program. */
  async reopen(kind: DeviceKind): Promise<void> {
    this.#stop(kind);
    await this.#openOne(kind);
  }

  /**
   * Blurs the background of the camera, or no more. Until it is blurred, and when it cannot be, others see nothing of the
   * camera.
   */
  async blurBackground(on: boolean): Promise<void> {
    await this.#view.blur(on);
  }

  /** Whether the person wants a device on that gives nothing yet, because its background is still being blurred. */
  isReadying(kind: DeviceKind): boolean {
    return kind === 'camera' && this.blur.get().state === 'starting';
  }

  /** Id of the device in use, or of the chosen one. */
  chosen(kind: DeviceKind): string | undefined {
    return this.#source(kind)?.getSettings().deviceId ?? this.#chosen.get(kind);
  }

  /** Closes both devices; the wishes (on or off) stay. */
  close(): void {
    this.#turn += 1;
    this.#stop('camera');
    this.#stop('microphone');
  }

  /** What comes from the device itself. */
  #source(kind: DeviceKind): MediaStreamTrack | undefined {
    return kind === 'camera' ? this.#view.camera : this.store.get().microphone.track;
  }

  #stop(kind: DeviceKind): void {
    if (kind === 'camera') {
      this.#view.close();
      return;
    }
    const { microphone } = this.store.get();
    microphone.track?.stop();
    this.#set('microphone', { ...microphone, track: undefined });
  }

  async #openAtOnce(kinds: readonly DeviceKind[]): Promise<void> {
    const turn = this.#turn;
    const stream = await navigator.mediaDevices.getUserMedia({
      video: kinds.includes('camera') && this.#constraints('camera'),
      audio: kinds.includes('microphone') && this.#constraints('microphone'),
    });
    const tracks = stream.getTracks();
    if (turn !== this.#turn) {
      tracks.forEach((track) => track.stop());
      return;
    }
    await Promise.all(
      tracks.map((track) => this.#keep(track.kind === 'video' ? 'camera' : 'microphone', track)),
    );
  }

  async #openOne(kind: DeviceKind): Promise<void> {
    try {
      await this.#openAtOnce([kind]);
    } catch (error) {
      this.#stop(kind);
      this.#set(kind, { ...this.store.get()[kind], state: deviceProblem(error) });
    }
  }

  async #keep(kind: DeviceKind, track: MediaStreamTrack): Promise<void> {
    const device = this.store.get()[kind];
    if (kind === 'camera' && !device.on) {
      // Turned off while the browser was still opening it.
      track.stop();
      return;
    }
    track.enabled = device.on;
    // A device can be pulled out or taken by the system; try once to get it (or the next one) back.
    track.addEventListener('ended', () => {
      if (this.#source(kind) === track) {
        this.#chosen.delete(kind);
        void this.#openOne(kind);
      }
    });
    if (kind === 'camera') {
      this.#set(kind, { ...device, state: 'works' });
      await this.#view.open(track);
    } else {
      device.track?.stop();
      this.#set(kind, { ...device, track, state: 'works' });
    }
  }

  #constraints(kind: DeviceKind): MediaTrackConstraints {
    const chosen = this.#chosen.get(kind);
    const base = kind === 'camera' ? CAMERA : MICROPHONE;
    if (chosen === undefined) {
      return base;
    }
    const { facingMode: _, ...rest } = base;
    return { ...rest, deviceId: { exact: chosen } };
  }

  #set(kind: DeviceKind, device: LocalDevice): void {
    this.store.update({ [kind]: device });
  }
}

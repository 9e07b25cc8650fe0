import type { DeviceState } from '@tapaamo/contracts';
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

/** Opens, closes and changes the person's camera and microphone, and never gives up one because the other failed. */
export class LocalMedia {
  readonly store: Store<LocalMediaState>;
  readonly #chosen = new Map<DeviceKind, string>();

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
    if (wanted.length === 0 || this.store.get().opening) {
      return;
    }
    this.store.update({ opening: true });
    try {
      await this.#openAtOnce(wanted);
    } catch {
      // Asked one by one, whichever works is kept and the other's reason is known.
      await Promise.all(wanted.map((kind) => this.#openOne(kind)));
    } finally {
      this.store.update({ opening: false });
    }
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
      device.track?.stop();
      this.#set(kind, { ...device, on, track: undefined });
      return;
    }
    this.#set(kind, { ...device, on });
    await this.#openOne(kind);
  }

  /** Changes to another camera or microphone. */
  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    this.#chosen.set(kind, deviceId);
    const previous = this.store.get()[kind].track;
    // Phones refuse to open a second camera while the first is open.
    previous?.stop();
    await this.#openOne(kind);
  }

  /** Closes a device and opens it again: one that fell silent, was pulled out, or was taken by another program. */
  async reopen(kind: DeviceKind): Promise<void> {
    this.store.get()[kind].track?.stop();
    await this.#openOne(kind);
  }

  /** Id of the device in use, or of the chosen one. */
  chosen(kind: DeviceKind): string | undefined {
    return this.store.get()[kind].track?.getSettings().deviceId ?? this.#chosen.get(kind);
  }

  /** Closes both devices; the wishes (on or off) stay. */
  close(): void {
    for (const kind of ['camera', 'microphone'] as const) {
      const device = this.store.get()[kind];
      device.track?.stop();
      this.#set(kind, { ...device, track: undefined });
    }
  }

  async #openAtOnce(kinds: readonly DeviceKind[]): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: kinds.includes('camera') && this.#constraints('camera'),
      audio: kinds.includes('microphone') && this.#constraints('microphone'),
    });
    for (const track of stream.getTracks()) {
      this.#keep(track.kind === 'video' ? 'camera' : 'microphone', track);
    }
  }

  async #openOne(kind: DeviceKind): Promise<void> {
    try {
      await this.#openAtOnce([kind]);
    } catch (error) {
      const device = this.store.get()[kind];
      this.#set(kind, { ...device, track: undefined, state: deviceProblem(error) });
    }
  }

  #keep(kind: DeviceKind, track: MediaStreamTrack): void {
    const device = this.store.get()[kind];
    track.enabled = device.on;
    // A device can be pulled out or taken by the system; try once to get it (or the next one) back.
    track.addEventListener('ended', () => {
      if (this.store.get()[kind].track === track) {
        this.#chosen.delete(kind);
        void this.#openOne(kind);
      }
    });
    this.#set(kind, { ...device, track, state: 'works' });
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

/** Whether the background of the person's camera is blurred. */
export type Blur = 'off' | 'starting' | 'on' | 'failed';

/** A camera that is blurred. */
export interface Blurred {
  readonly track: MediaStreamTrack;
  close(): void;
}

/** Begins to blur a camera; told when it cannot go on. */
export type OpenBlurred = (camera: MediaStreamTrack, onFailed: () => void) => Promise<Blurred>;

interface CameraViewOptions {
  openBlurred: OpenBlurred;
  /** Told with what others may see now; nothing while it is being made ready, and when it cannot be. */
  changed: (track: MediaStreamTrack | undefined, blur: Blur) => void;
}

/**
 * What others may see of a camera: all of it, or the person before a blurred background. While that is wanted the camera
 * itself is never shown, neither before the first blurred picture nor after the last.
 */
export class CameraView {
  #isWanted = false;
  #camera: MediaStreamTrack | undefined;
  #blurred: Blurred | undefined;
  /** Grows with every change, so that what was begun before it is known and ended. */
  #turn = 0;

  constructor(private readonly options: CameraViewOptions) {}

  /** The camera itself: for its settings and its light. */
  get camera(): MediaStreamTrack | undefined {
    return this.#camera;
  }

  /** A camera was opened. */
  async open(camera: MediaStreamTrack): Promise<void> {
    this.#letGo();
    // One that was there would keep its light on, and nobody could put it out any more.
    this.#camera?.stop();
    this.#camera = camera;
    await this.#show();
  }

  /** Blurs from now on, or no more. */
  async blur(isWanted: boolean): Promise<void> {
    if (isWanted !== this.#isWanted) {
      this.#isWanted = isWanted;
      this.#letGo();
      await this.#show();
    }
  }

  /** Closes the camera. */
  close(): void {
    this.#letGo();
    this.#camera?.stop();
    this.#camera = undefined;
    this.options.changed(undefined, this.#isWanted ? 'on' : 'off');
  }

  async #show(): Promise<void> {
    const camera = this.#camera;
    const { changed, openBlurred } = this.options;
    if (!this.#isWanted || camera === undefined) {
      changed(camera, this.#isWanted ? 'on' : 'off');
      return;
    }
    const turn = this.#turn;
    const isPresent = (): boolean => turn === this.#turn;
    const fail = (): void => {
      if (isPresent()) {
        this.#letGo();
        this.#camera?.stop();
        this.#camera = undefined;
        changed(undefined, 'failed');
      }
    };
    changed(undefined, 'starting');
    try {
      const blurred = await openBlurred(camera, fail);
      if (isPresent()) {
        this.#blurred = blurred;
        changed(blurred.track, 'on');
      } else {
        blurred.close();
      }
    } catch {
      fail();
    }
  }

  #letGo(): void {
    this.#turn += 1;
    this.#blurred?.close();
    this.#blurred = undefined;
  }
}

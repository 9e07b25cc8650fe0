import { BlurredCanvas } from './blurred-canvas.js';
import { eachPicture } from './camera-pictures.js';
import { outputOf } from './picture-output.js';
import { workingSize } from './picture-size.js';
import { Segmenter } from './segmenter.js';

/** Longest wait for the first picture, in milliseconds: a slow computer loads a model of some megabytes first. */
const FIRST_PICTURE_MS = 15_000;

/** A camera whose background cannot be made out. No picture of the camera itself ever is in `track`. */
export class BlurredCamera {
  readonly #blurred = new BlurredCanvas();
  readonly #output = outputOf(this.#blurred.canvas);
  #stop = (): void => undefined;

  private constructor(
    private readonly camera: MediaStreamTrack,
    private readonly segmenter: Segmenter,
  ) {}

  /**
   * Begins to blur; resolves once there is a first picture to show.
   *
   * @param onFailed - Told when it cannot go on later: the last picture stands still then.
   * @throws Error when the browser cannot; the camera is as it was then.
   */
  static async open(camera: MediaStreamTrack, onFailed: () => void): Promise<BlurredCamera> {
    const { width = 1, height = 1 } = camera.getSettings();
    const segmenter = await Segmenter.open(width > height);
    const made = new BlurredCamera(camera, segmenter);
    try {
      await made.#begin(onFailed);
      return made;
    } catch (error) {
      made.close();
      throw error;
    }
  }

  /** What others may see. */
  get track(): MediaStreamTrack {
    return this.#output.track;
  }

  /** Ends the blurring. The camera goes on. */
  close(): void {
    this.#stop();
    this.segmenter.close();
    this.#output.track.stop();
  }

  #begin(onFailed: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('No picture came.')), FIRST_PICTURE_MS);
      const fail = (error: unknown): void => {
        this.#stop();
        reject(error instanceof Error ? error : new Error('No picture could be blurred.'));
        onFailed();
      };
      this.#stop = eachPicture(this.camera, (picture, width, height) =>
        this.#blur(picture, workingSize({ width, height })).then(() => {
          clearTimeout(timer);
          resolve();
        }, fail),
      );
    });
  }

  async #blur(picture: CanvasImageSource, size: { width: number; height: number }): Promise<void> {
    const input = this.#blurred.take(picture, size);
    this.#blurred.draw(await this.segmenter.maskOf(input));
    await this.#output.show();
  }
}

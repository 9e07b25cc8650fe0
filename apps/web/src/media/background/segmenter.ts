import type { SelfieSegmentation } from '@mediapipe/selfie_segmentation';
import { SEGMENTER_SCRIPT, segmenterFile } from './segmenter-files.js';

/** The model for pictures that are wider than high is faster; the other one takes any. */
const MODEL = { square: 0, landscape: 1 };

type Constructor = new (options: { locateFile: (name: string) => string }) => SelfieSegmentation;

let loading: Promise<Constructor> | undefined;

/** Finds the person in a picture. What it computes stays in the browser. */
export class Segmenter {
  #mask: CanvasImageSource | undefined;

  private constructor(private readonly library: SelfieSegmentation) {
    library.onResults(({ segmentationMask }) => {
      this.#mask = segmentationMask;
    });
  }

  /**
   * Loads the library and its model, once for a page.
   *
   * @throws Error when the browser cannot run it or a file could not be loaded.
   */
  static async open(isLandscape: boolean): Promise<Segmenter> {
    loading ??= loadLibrary();
    try {
      const library = new (await loading)({ locateFile: segmenterFile });
      library.setOptions({
        selfieMode: false,
        modelSelection: isLandscape ? MODEL.landscape : MODEL.square,
      });
      await library.initialize();
      return new Segmenter(library);
    } catch (error) {
      // It is tried anew the next time: the line may have been away.
      loading = undefined;
      throw error;
    }
  }

  /** What is opaque where the person is. Good until the next one is asked for. */
  async maskOf(picture: HTMLCanvasElement): Promise<CanvasImageSource> {
    await this.library.send({ image: picture });
    if (this.#mask === undefined) {
      throw new Error('There is no mask.');
    }
    return this.#mask;
  }

  close(): void {
    void this.library.close().catch(() => undefined);
  }
}

function loadLibrary(): Promise<Constructor> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SEGMENTER_SCRIPT;
    script.onload = () =>
      resolve((globalThis as unknown as { SelfieSegmentation: Constructor }).SelfieSegmentation);
    script.onerror = () => reject(new Error('The library could not be loaded.'));
    document.head.append(script);
  });
}

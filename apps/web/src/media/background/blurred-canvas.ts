import type { PictureSize } from './picture-size.js';

/** The background is drawn this much smaller before it is drawn large again: of letters and faces nothing is left. */
const COARSENESS = 20;

/** Softens what drawing small left, in pixels of the small picture, where the browser can (Safari cannot). */
const SOFTENING = 'blur(1.5px)';

/** Draws a person before their own background, which nothing can be made out in any more. */
export class BlurredCanvas {
  /** The result. */
  readonly canvas = document.createElement('canvas');
  readonly #result = contextOf(this.canvas);
  readonly #picture = contextOf(document.createElement('canvas'));
  readonly #small = contextOf(document.createElement('canvas'));

  /** Takes a picture of the camera. @returns The picture as it was taken, for finding the person in it. */
  take(picture: CanvasImageSource, size: PictureSize): HTMLCanvasElement {
    draw(this.#picture, picture, size);
    return this.#picture.canvas;
  }

  /** Draws what was taken. @param mask - Opaque where the person is. */
  draw(mask: CanvasImageSource): void {
    const { canvas: picture } = this.#picture;
    const { width, height } = picture;
    this.#small.filter = SOFTENING;
    draw(this.#small, picture, {
      width: Math.ceil(width / COARSENESS),
      height: Math.ceil(height / COARSENESS),
    });
    this.#result.globalCompositeOperation = 'copy';
    draw(this.#result, mask, { width, height });
    this.#result.globalCompositeOperation = 'source-in';
    draw(this.#result, picture, { width, height });
    this.#result.globalCompositeOperation = 'destination-over';
    draw(this.#result, this.#small.canvas, { width, height });
  }
}

function draw(
  context: CanvasRenderingContext2D,
  picture: CanvasImageSource,
  { width, height }: PictureSize,
): void {
  const { canvas } = context;
  if (canvas.width !== width || canvas.height !== height) {
    // What was set of a canvas is forgotten with its size.
    const { filter, globalCompositeOperation } = context;
    Object.assign(canvas, { width, height });
    Object.assign(context, { filter, globalCompositeOperation });
  }
  context.drawImage(picture, 0, 0, width, height);
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('The browser draws nothing.');
  }
  return context;
}

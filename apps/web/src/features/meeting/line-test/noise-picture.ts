const WIDTH = 320;
const HEIGHT = 180;
const PER_SECOND = 15;

/** Pixels in a picture of four bytes each. */
const BYTES = WIDTH * HEIGHT * 4;

const ROW_OF_NOISE = 65_536;

/** A moving picture and the way to end it. */
export interface NoisePicture {
  track: MediaStreamTrack;
  stop: () => void;
}

/**
 * A picture of nothing but noise: no encoder makes it small, so that what a line carries of it is what the line carries. It
 * needs no camera and no permission.
 *
 * @returns Null in a browser that cannot make a picture of its own.
 */
export function noisePicture(): NoisePicture | null {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const drawing = canvas.getContext('2d');
  // The types promise it always; some browsers lack it.
  const stream = (canvas as Partial<HTMLCanvasElement>).captureStream?.call(canvas, PER_SECOND);
  const track = stream?.getVideoTracks()[0];
  if (drawing === null || track === undefined) {
    return null;
  }
  const picture = drawing.createImageData(WIDTH, HEIGHT);
  const draw = () => {
    fillWithNoise(picture.data);
    drawing.putImageData(picture, 0, 0);
  };
  draw();
  const timer = setInterval(draw, 1_000 / PER_SECOND);
  const stop = () => {
    clearInterval(timer);
    track.stop();
  };
  return { track, stop };
}

/** No secret hangs on it, but the browser's own source is the fastest there is: at most 65,536 bytes at a time. */
function fillWithNoise(pixels: Uint8ClampedArray): void {
  for (let from = 0; from < BYTES; from += ROW_OF_NOISE) {
    const noise = new Uint8Array(Math.min(ROW_OF_NOISE, BYTES - from));
    pixels.set(crypto.getRandomValues(noise), from);
  }
  for (let alpha = 3; alpha < BYTES; alpha += 4) {
    pixels[alpha] = 255;
  }
}

/** Width and height in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Longest side of a picture with a blurred background: enough for a face, and little enough for an old computer. */
const LONGEST = 960;

/** The size in which a picture is worked on: as it is, but not above 960 pixels; whole and even, as encoders want it. */
export function workingSize({ width, height }: PictureSize): PictureSize {
  const scale = Math.min(1, LONGEST / Math.max(width, height, 1));
  const even = (length: number) => Math.max(2, 2 * Math.round((length * scale) / 2));
  return { width: even(width), height: even(height) };
}

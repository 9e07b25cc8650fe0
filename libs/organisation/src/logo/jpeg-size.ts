import type { PictureSize } from './picture-type.js';

const START = 0xffd8;
const END = 0xffd9;
const SCAN = 0xffda;

/** Segments that tell the size of the picture (start of frame); three in their row are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

/** Size of a JPEG picture that has its end. */
export function jpegSize(image: Buffer): PictureSize | null {
  if (
    image.length < 4 ||
    image.readUInt16BE(0) !== START ||
    image.readUInt16BE(image.length - 2) !== END
  ) {
    return null;
  }
  let size: PictureSize | null = null;
  let at = 2;
  while (at + 9 <= image.length) {
    const marker = image.readUInt16BE(at);
    if (marker === SCAN) {
      return size;
    }
    if (marker < 0xff01) {
      return null;
    }
    if (isFrame(marker)) {
      size = { height: image.readUInt16BE(at + 5), width: image.readUInt16BE(at + 7) };
    }
    at += 2 + Math.max(image.readUInt16BE(at + 2), 2);
  }
  return null;
}

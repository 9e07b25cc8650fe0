import type { PictureSize } from './picture-type.js';

/** Bit of the extended form that says the picture moves. */
const MOVES = 0x02;

/** Size of a WebP picture that is whole and does not move. */
export function webpSize(image: Buffer): PictureSize | null {
  const isWebp =
    image.length >= 30 &&
    image.toString('latin1', 0, 4) === 'RIFF' &&
    image.toString('latin1', 8, 12) === 'WEBP' &&
    image.readUInt32LE(4) + 8 === image.length;
  return isWebp ? sizeOfForm(image, image.toString('latin1', 12, 16)) : null;
}

function sizeOfForm(image: Buffer, form: string): PictureSize | null {
  switch (form) {
    case 'VP8 ':
      return { width: image.readUInt16LE(26) & 0x3fff, height: image.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = image.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return (image.readUInt8(20) & MOVES) === 0
        ? { width: image.readUIntLE(24, 3) + 1, height: image.readUIntLE(27, 3) + 1 }
        : null;
    default:
      return null;
  }
}

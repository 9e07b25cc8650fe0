import type { PictureSize } from './picture-type.js';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Length, name and checksum of a chunk. */
const AROUND = 12;

/** Size of a PNG picture that is whole and does not move. */
export function pngSize(image: Buffer): PictureSize | null {
  if (!image.subarray(0, 8).equals(SIGNATURE)) {
    return null;
  }
  const names: string[] = [];
  let at: number = SIGNATURE.length;
  while (at + AROUND <= image.length && names.at(-1) !== 'IEND') {
    names.push(image.toString('latin1', at + 4, at + 8));
    at += image.readUInt32BE(at) + AROUND;
  }
  const whole = names[0] === 'IHDR' && names.includes('IDAT') && names.at(-1) === 'IEND';
  if (!whole || at !== image.length || names.includes('acTL')) {
    return null;
  }
  return { width: image.readUInt32BE(16), height: image.readUInt32BE(20) };
}

import { LOGO_MAX_BYTES, LOGO_MAX_SIDE, type LOGO_TYPES } from '@tapaamo/contracts';
import { LogoInvalidError, LogoTooLargeError } from '../organisation.errors.js';
import { jpegSize } from './jpeg-size.js';
import { pngSize } from './png-size.js';
import { webpSize } from './webp-size.js';

type LogoType = (typeof LOGO_TYPES)[number];

/** Width and height in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** How each kind of picture tells its size; null when the bytes are none of that kind, or not whole. */
const READERS: readonly [LogoType, (image: Buffer) => PictureSize | null][] = [
  ['image/png', pngSize],
  ['image/jpeg', jpegSize],
  ['image/webp', webpSize],
];

/**
 * What kind of picture the bytes are. The bytes alone count, not what the sender calls them; a picture ends where its
 * format says, so that nothing rides behind it. Nothing is unpacked.
 *
 * @throws LogoInvalidError, LogoTooLargeError
 */
export function pictureType(image: Buffer): LogoType {
  if (image.length > LOGO_MAX_BYTES) {
    throw new LogoTooLargeError();
  }
  for (const [type, sizeOf] of READERS) {
    const size = sizeOf(image);
    if (size !== null) {
      if (Math.max(size.width, size.height) > LOGO_MAX_SIDE) {
        throw new LogoTooLargeError();
      }
      if (Math.min(size.width, size.height) > 0) {
        return type;
      }
    }
  }
  throw new LogoInvalidError();
}

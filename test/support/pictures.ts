import { deflateSync } from 'node:zlib';

/** A PNG chunk. The checksum is nought: nobody of ours unpacks the picture. */
function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
}

/** A PNG picture that claims to be so large. @param chunks - More of them, after the header. */
export function png(width = 64, height = 64, chunks: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.alloc((64 + 1) * 64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG picture that moves. */
export function movingPng(): Buffer {
  return png(64, 64, [chunk('acTL', Buffer.alloc(8))]);
}

/** A JPEG picture that claims to be so large. */
export function jpeg(width = 64, height = 64): Buffer {
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const scan = Buffer.from('ffda0008010100003f0000ffd9', 'hex');
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    frame,
    scan,
  ]);
}

/** A WebP picture in its extended form that claims to be so large. */
export function webp(width = 64, height = 64, flags = 0): Buffer {
  const body = Buffer.alloc(22);
  body.write('WEBPVP8X', 'latin1');
  body.writeUInt32LE(10, 8);
  body.writeUInt8(flags, 12);
  body.writeUIntLE(width - 1, 16, 3);
  body.writeUIntLE(height - 1, 19, 3);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header by which a service shows that it may ask. */
export const CHECKSUM_HEADER = 'x-asiointivaltuudetauthorization';

/** How far the clocks of the two may be apart, in milliseconds. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

/** Who asks, and by which key the header is made. */
export interface ChecksumKey {
  clientId: string;
  apiKey: string;
}

/**
 * Value of the header: `{clientId} {time} {base64(HMAC-SHA256(apiKey, path + " " + time))}`.
 *
 * @param path - With its query.
 * @param time - ISO 8601.
 */
export function checksumHeader(
  { clientId, apiKey }: ChecksumKey,
  path: string,
  time: string,
): string {
  const sum = createHmac('sha256', apiKey).update(`${path} ${time}`).digest('base64');
  return `${clientId} ${time} ${sum}`;
}

/** Whether a header is right for a path, and of now. */
export function isChecksumRight(
  header: string,
  key: ChecksumKey,
  asked: { path: string; nowMs: number },
): boolean {
  const [, time = ''] = header.split(' ');
  const isOfNow = Math.abs(Date.parse(time) - asked.nowMs) <= CLOCK_DIFFERENCE_MS;
  const [expected, given] = [checksumHeader(key, asked.path, time), header].map((text) =>
    Buffer.from(text),
  );
  return (
    isOfNow &&
    expected !== undefined &&
    given !== undefined &&
    expected.length === given.length &&
    timingSafeEqual(expected, given)
  );
}

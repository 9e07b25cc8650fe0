/** Least contrast of ordinary text (WCAG 2.2, 1.4.3 AA). */
export const LEAST_CONTRAST = 4.5;

/** A colour as the contract writes it: `#1a5fb4`. */
export const COLOUR = /^#[\da-f]{6}$/;

/** Contrast of a colour with white, 1 to 21: white text on it and it on white are the same. */
export function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map(linear);
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The colour itself when it can be read on white, else the lightest shade of it that can. */
export function nearestReadable(colour: string): string {
  const channels = channelsOf(colour);
  for (let part = 100; part > 0; part -= 1) {
    const darker = hexOf(channels.map((channel) => Math.round((channel * part) / 100)));
    if (contrastWithWhite(darker) >= LEAST_CONTRAST) {
      return darker;
    }
  }
  return '#000000';
}

/** Red, green and blue, 0 to 255. */
function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function hexOf(channels: number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Light of a channel, 0 to 1 (sRGB). */
function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

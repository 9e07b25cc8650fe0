/**
 * A summary of several values of the same thing, in the unit of the values.
 * @typedef {{ p50: number, p90: number, least: number, most: number, rounds: number }} Summary
 */

/**
 * Value below which a part of the values lies; between two values, the part of the way between them.
 * @param {readonly number[]} values
 * @param {number} part 0.5 for the median.
 */
export function percentile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {readonly number[]} values */
export const median = (values) => percentile(values, 0.5);

/**
 * @param {readonly number[]} values
 * @returns {Summary | null} Null when nothing was measured.
 */
export function summarise(values) {
  if (values.length === 0) {
    return null;
  }
  return {
    p50: round(median(values)),
    p90: round(percentile(values, 0.9)),
    least: round(Math.min(...values)),
    most: round(Math.max(...values)),
    rounds: values.length,
  };
}

/**
 * How many times more one is than the other.
 * @param {number | undefined} value
 * @param {number | undefined} floor
 */
export function ratio(value, floor) {
  return value === undefined || !floor ? null : round(value / floor);
}

/**
 * The same for each part of two summaries. `least` says most on a busy machine: the round that was disturbed least.
 * @param {Summary | null | undefined} value
 * @param {Summary | null | undefined} floor
 */
export function ratios(value, floor) {
  return {
    p50: ratio(value?.p50, floor?.p50),
    p90: ratio(value?.p90, floor?.p90),
    least: ratio(value?.least, floor?.least),
  };
}

/**
 * Three digits that mean something; more would only be noise.
 * @param {number} value
 */
export function round(value) {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
}

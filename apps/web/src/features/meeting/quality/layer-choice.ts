/** Layers of a camera's picture, the smallest first. */
export type Layer = 0 | 1 | 2;

/** Highest picture that each layer is enough for, in device pixels. */
const ENOUGH_FOR = [200, 400, Infinity] as const;

/** A picture must be so much higher or lower than the border before another layer is worth the change. */
const MARGIN = 0.12;

/**
 * The smallest layer that is sharp enough for a picture drawn this high.
 *
 * @param height - In device pixels.
 * @param present - Layer of now: it stays while the height is near the border, so that a window being dragged does not
 *   ask for whole pictures again and again.
 */
export function layerForHeight(height: number, present?: Layer): Layer {
  if (present !== undefined) {
    const lowest = (ENOUGH_FOR[present - 1] ?? 0) * (1 - MARGIN);
    if (height > lowest && height <= ENOUGH_FOR[present] * (1 + MARGIN)) {
      return present;
    }
  }
  return height <= ENOUGH_FOR[0] ? 0 : height <= ENOUGH_FOR[1] ? 1 : 2;
}

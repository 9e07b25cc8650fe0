/** How everybody is laid out: so many columns and rows, and the cells that one who is kept in view takes each way. */
export interface Grid {
  columns: number;
  rows: number;
  keptSpan: 1 | 2;
}

/** A space, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Of so many tiles, who is kept in view is larger than the others; of fewer, everybody is large enough. */
const SPANS_FROM = 5;

/** A picture is about so much wider than high. */
const PICTURE_RATIO = 4 / 3;

/** A tile is never lower, so that a face and a name can be made out; then the grid is scrolled. */
export const LOWEST_TILE = 84;

/**
 * Chooses the columns with which the pictures of a number of tiles come out largest in a space.
 *
 * @param tiles - How many there are, the person's own included.
 * @param kept - How many of them are kept in view.
 */
export function gridFor(tiles: number, kept: number, { width, height }: Size): Grid {
  const keptSpan = tiles >= SPANS_FROM && kept > 0 && kept < tiles ? 2 : 1;
  const withColumns = (columns: number): Grid => ({
    columns,
    rows: rowsFor(tiles, kept, columns, keptSpan),
    keptSpan,
  });
  let best = withColumns(keptSpan);
  for (let columns = keptSpan + 1; columns <= tiles; columns += 1) {
    const next = withColumns(columns);
    if (pictureWidth(next, width, height) > pictureWidth(best, width, height)) {
      best = next;
    }
  }
  return best;
}

/** Rows that tiles take, where each who is kept takes a square of `span` cells and others fill what is left beside them. */
function rowsFor(tiles: number, kept: number, columns: number, span: 1 | 2): number {
  if (span === 1) {
    return Math.ceil(tiles / columns);
  }
  const keptRows = Math.ceil(kept / Math.floor(columns / span)) * span;
  const beside = keptRows * columns - kept * span * span;
  return keptRows + Math.ceil(Math.max(0, tiles - kept - beside) / columns);
}

function pictureWidth({ columns, rows }: Grid, width: number, height: number): number {
  return Math.min(width / columns, (height / rows) * PICTURE_RATIO);
}

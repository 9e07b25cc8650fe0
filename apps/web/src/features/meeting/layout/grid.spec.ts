import { gridFor, LOWEST_TILE } from './grid.js';

const PHONE = { width: 390, height: 470 };
const PHONE_ON_ITS_SIDE = { width: 844, height: 240 };
const DESK = { width: 860, height: 560 };
const PLACES = [PHONE, PHONE_ON_ITS_SIDE, DESK];

describe('gridFor', () => {
  it.each(Array.from({ length: 11 }, (_, index) => index + 2))(
    'has a cell for each of %d tiles, in every place, with somebody kept in view or not',
    (tiles) => {
      for (const place of PLACES) {
        for (const kept of [0, 1, 2]) {
          const { columns, rows, keptSpan } = gridFor(tiles, kept, place);
          const cells = tiles - kept + kept * keptSpan ** 2;
          expect(columns * rows).toBeGreaterThanOrEqual(cells);
          expect(columns * (rows - 1)).toBeLessThan(cells + kept * keptSpan * columns);
        }
      }
    },
  );

  it('shows twelve on a telephone without scrolling, upright and with a signer larger than the others', () => {
    for (const kept of [0, 1]) {
      const { rows } = gridFor(12, kept, PHONE);
      expect(PHONE.height / rows).toBeGreaterThanOrEqual(LOWEST_TILE);
    }
    expect(gridFor(12, 1, PHONE).keptSpan).toBe(2);
  });

  it('puts two under each other on a telephone and beside each other on a desk', () => {
    expect(gridFor(2, 0, PHONE)).toMatchObject({ columns: 1, rows: 2 });
    expect(gridFor(2, 0, DESK)).toMatchObject({ columns: 2, rows: 1 });
  });

  it('draws all alike while there are few, and when all are kept', () => {
    expect(gridFor(3, 1, PHONE).keptSpan).toBe(1);
    expect(gridFor(6, 6, PHONE).keptSpan).toBe(1);
  });
});

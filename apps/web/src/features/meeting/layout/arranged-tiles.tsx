import { useRef, type ReactNode } from 'react';
import { useTexts } from '../../../i18n/index.js';
import type { Arrangement, Tile } from './arrange.js';
import { gridFor, LOWEST_TILE } from './grid.js';
import { useSize } from './use-size.js';
import styles from './arranged-tiles.module.css';

/** So much wider than high a place has room beside what is large, else below it. */
const WIDE = 1.25;

interface ArrangedTilesProps {
  arrangement: Arrangement;
  /** Id of who is drawn larger in the grid, because they speak. */
  large: string | undefined;
  tileOf: (tile: Tile) => ReactNode;
  /** The person's own picture, where it stands among the others. */
  self: ReactNode;
}

/** Everybody in the place there is: a grid, or, while something is shared, that and who is kept large with the others beside it. */
export function ArrangedTiles({ arrangement, large, tileOf, self }: ArrangedTilesProps) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const { stage, rest } = arrangement;
  const hasRest = rest.length > 0 || self !== null;
  const along = size.width > size.height * WIDE ? styles.wide : styles.high;
  return (
    <div ref={place} className={styles.place} data-testid="tiles">
      <div className={`${styles.shown} ${along}`}>
        {stage.length > 0 && (
          <div className={styles.stage}>
            {stage.map((tile) => (
              <div key={keyOf(tile)} className={styles[tile.kind]} data-kept="true">
                {tileOf(tile)}
              </div>
            ))}
          </div>
        )}
        {stage.length > 0 && hasRest && (
          <div className={styles.strip} role="group" aria-label={t('tiles.rest')}>
            {rest.map((tile) => (
              <div key={keyOf(tile)} className={styles.small}>
                {tileOf(tile)}
              </div>
            ))}
            {self !== null && <div className={`${styles.small} ${styles.self}`}>{self}</div>}
          </div>
        )}
        {stage.length === 0 && (
          <TileGrid tiles={rest} large={large} tileOf={tileOf} self={self} size={size} />
        )}
      </div>
    </div>
  );
}

interface TileGridProps extends Pick<ArrangedTilesProps, 'large' | 'tileOf' | 'self'> {
  tiles: readonly Tile[];
  size: { width: number; height: number };
}

function TileGrid({ tiles, large, tileOf, self, size }: TileGridProps) {
  const isLarge = ({ kept, participant }: Tile) => kept || participant.participantId === large;
  const cells = tiles.length + (self === null ? 0 : 1);
  const { columns, keptSpan } = gridFor(cells, tiles.filter(isLarge).length, size);
  const span = { gridColumn: `span ${String(keptSpan)}`, gridRow: `span ${String(keptSpan)}` };
  return (
    <div
      className={styles.grid}
      style={{
        gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))`,
        gridAutoRows: `minmax(${String(LOWEST_TILE)}px, 1fr)`,
      }}
    >
      {tiles.map((tile) => (
        <div
          key={keyOf(tile)}
          className={styles.cell}
          data-kept={tile.kept}
          {...(isLarge(tile) && { style: span })}
        >
          {tileOf(tile)}
        </div>
      ))}
      {self !== null && <div className={`${styles.cell} ${styles.self}`}>{self}</div>}
    </div>
  );
}

function keyOf({ kind, participant }: Tile): string {
  return `${kind} ${participant.participantId}`;
}

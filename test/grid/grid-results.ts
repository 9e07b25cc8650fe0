import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LineConditions } from '../support/network/impaired-line.js';
import type { SideFigures } from './side-figures.js';

const FOLDER = join('dist', 'grid');

/** What was measured on one line of the grid. */
export interface CellResult {
  name: string;
  line: Partial<LineConditions>;
  client: SideFigures;
  professional: SideFigures;
  /** Milliseconds until both saw each other again and read of no picture that waits, once the line was good; null if never. */
  picturesBackMs: number | null;
  /** Milliseconds until both lines were called good again, too. */
  wordsBackMs: number | null;
}

/** What was measured so far: all in `dist/grid/results.json`, and what is read of it in `results.md`. */
export class GridResults {
  readonly #cells: CellResult[] = [];

  constructor(
    private readonly seed: number,
    private readonly seconds: number,
  ) {}

  /** Takes a line's figures, and leaves everything anew: a run that is ended has what it measured. */
  note(cell: CellResult): void {
    this.#cells.push(cell);
    mkdirSync(FOLDER, { recursive: true });
    const all = { seed: this.seed, seconds: this.seconds, cells: this.#cells };
    writeFileSync(join(FOLDER, 'results.json'), `${JSON.stringify(all, null, 2)}\n`);
    const tables = [...figures(this.#cells), '', ...words(this.#cells)];
    writeFileSync(join(FOLDER, 'results.md'), `${tables.join('\n')}\n`);
  }
}

/** Client before professional in each field. */
function figures(cells: readonly CellResult[]): string[] {
  const heads = ['line', 'heard %', 'made up %', 'pictures/s', 'freezes', 'longest gap s'];
  const more = [
    'paused after s',
    'paused %',
    'own line at the end',
    'pictures back s',
    'good again s',
  ];
  return table([
    [...heads, ...more],
    ...cells.map(({ name, client, professional, picturesBackMs, wordsBackMs }) => {
      const both = (read: (side: SideFigures) => string): string =>
        [client, professional].map(read).join(' / ');
      return [
        name,
        both(({ heard }) => percent(heard)),
        both(({ concealed }) => percent(concealed)),
        both(({ framesPerSecond }) => framesPerSecond.toFixed(0)),
        both(({ freezes }) => String(freezes)),
        both(({ longestGapMs }) => inSeconds(longestGapMs)),
        both(({ pausedAfterMs }) => inSeconds(pausedAfterMs)),
        both(({ paused }) => percent(paused)),
        both(({ ownLine }) => ownLine.at(-1) ?? '–'),
        inSeconds(picturesBackMs),
        inSeconds(wordsBackMs),
      ];
    }),
  ]);
}

function words(cells: readonly CellResult[]): string[] {
  const read = ({ words: all }: SideFigures): string => (all.length === 0 ? '–' : all.join(' · '));
  return table([
    ['line', 'the client reads', 'the professional reads'],
    ...cells.map(({ name, client, professional }) => [name, read(client), read(professional)]),
  ]);
}

function table([heads = [], ...rows]: string[][]): string[] {
  return [heads, heads.map(() => '---'), ...rows].map((fields) => `| ${fields.join(' | ')} |`);
}

function percent(share: number): string {
  return (share * 100).toFixed(0);
}

function inSeconds(ms: number | null): string {
  return ms === null ? '–' : (ms / 1_000).toFixed(1);
}

import { INVITED_AT_ONCE_MAX } from '@tapaamo/contracts';
import { countPeople } from './count-people.js';
import { readPeople, type ListedPerson } from './read-people.js';
import { columnOf, type Column } from './words.js';

/** Why nothing can be made of a list. */
export type ListProblem =
  | { code: 'empty' | 'not-text' | 'broken' }
  | { code: 'too-many'; count: number }
  | { code: 'no-columns'; missing: readonly ('name' | 'email')[] };

/** What a list says. */
export type ListReading = { people: ListedPerson[] } | { problem: ListProblem };

/** Signs between cells: Finnish spreadsheets write the first, others the second, and what is copied has the third. */
const DELIMITERS = [';', ',', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Most signs of a row: a quotation mark that is never closed must not swallow the whole list. */
const LONGEST_ROW = 20_000;

/** Rows that are read at most; empty ones are among them. */
const MOST_ROWS = 2 * INVITED_AT_ONCE_MAX + 2;

/** How rows and cells are told apart; what is odd in one row is that row's problem and not the whole list's. */
const PARSING = {
  record_delimiter: '\n',
  max_record_size: LONGEST_ROW,
  relax_column_count: true,
  relax_quotes: true,
  trim: true,
} as const;

interface Table {
  columns: readonly (Column | undefined)[];
  rows: readonly (readonly string[])[];
}

/**
 * Reads a list of people from CSV: any of three delimiters, with or without a byte order mark, headers and roles in
 * Finnish, Swedish or English, line breaks in quotes. Too long a list is counted and refused before it is taken apart.
 */
export async function readList(written: string): Promise<ListReading> {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.includes('\0')) {
    return { problem: { code: 'not-text' } };
  }
  const count = countPeople(text);
  if (count > INVITED_AT_ONCE_MAX) {
    return { problem: { code: 'too-many', count } };
  }
  const table = await readTable(text);
  return 'code' in table ? { problem: table } : readRows(table);
}

function readRows({ columns, rows }: Table): ListReading {
  const named = rows
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (named.length === 0) {
    return { problem: { code: 'empty' } };
  }
  if (named.length > INVITED_AT_ONCE_MAX) {
    return { problem: { code: 'too-many', count: named.length } };
  }
  return { people: readPeople(columns, named) };
}

/** Takes a list apart by the delimiter that makes most sense of its header. */
async function readTable(text: string): Promise<Table | ListProblem> {
  // Some spreadsheets say the delimiter on a line of its own, before the header.
  const body = text.replace(/^sep=.\n/i, '');
  if (body.trim() === '') {
    return { code: 'empty' };
  }
  const { parse } = await import('csv-parse/browser/esm/sync');
  const cellsBy = (delimiter: Delimiter, to: number): string[][] | undefined => {
    try {
      return parse(body, { ...PARSING, delimiter, to });
    } catch {
      return undefined;
    }
  };
  const headers = DELIMITERS.map((delimiter) => {
    const columns = cellsBy(delimiter, 1)?.[0]?.map(columnOf);
    return { delimiter, columns, known: columns?.filter((each) => each !== undefined).length ?? 0 };
  });
  const best = headers.reduce((one, other) => (other.known > one.known ? other : one));
  const columns = best.columns ?? [];
  const missing = missingColumns(columns);
  if (best.columns !== undefined && missing.length > 0) {
    return { code: 'no-columns', missing };
  }
  const rows = cellsBy(best.delimiter, MOST_ROWS)?.slice(1);
  return rows === undefined ? { code: 'broken' } : { columns, rows };
}

function missingColumns(columns: readonly (Column | undefined)[]): ('name' | 'email')[] {
  const hasName = columns.includes('name') || columns.includes('familyName');
  return [
    ...(hasName ? [] : (['name'] as const)),
    ...(columns.includes('email') ? [] : (['email'] as const)),
  ];
}

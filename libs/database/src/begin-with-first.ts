import type pg from 'pg';

/** Sends a statement, with values in their places or without. */
type Send = (...asked: unknown[]) => unknown;

/** What the server says of one statement, in as far as it is looked at here. */
type Said = pg.QueryResult | pg.QueryResult[];

const BEGIN = 'START TRANSACTION';
const ENDS: readonly unknown[] = ['COMMIT', 'ROLLBACK'];

/** What beginning says that was not sent yet; nobody looks at it. */
const BEGUN = { command: 'START', rowCount: null, rows: [], fields: [], oid: 0 };

/**
 * A transaction begins with its first statement: one message to the server and back instead of two, for each transaction of
 * the product. One in which nothing is asked is not sent at all.
 *
 * @param send - Of a connection.
 * @returns The same of a connection that does so.
 */
export function beginWithFirst(send: Send): Send {
  let isToBegin = false;
  return (...asked) => {
    const [text] = asked;
    if (text === BEGIN) {
      isToBegin = true;
      return Promise.resolve(BEGUN);
    }
    if (!isToBegin) {
      return send(...asked);
    }
    isToBegin = false;
    if (ENDS.includes(text)) {
      return Promise.resolve(BEGUN);
    }
    const isPlain = typeof text === 'string' && asked.slice(1).every((one) => one === undefined);
    return isPlain ? together(send, text) : oneByOne(send, asked);
  };
}

async function together(send: Send, text: string): Promise<unknown> {
  const said = (await send(`${BEGIN}; ${text}`)) as Said;
  return Array.isArray(said) ? said.at(-1) : said;
}

/** Values go with one statement only. */
async function oneByOne(send: Send, asked: unknown[]): Promise<unknown> {
  await send(BEGIN);
  return send(...asked);
}

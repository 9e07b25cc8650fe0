import { beginWithFirst } from './begin-with-first.js';

/** A connection that notes what it is sent, and answers with it, one answer a statement as the server does. */
function noted() {
  const sent: unknown[][] = [];
  const query = beginWithFirst(async (...asked) => {
    sent.push(asked);
    const answers = String(asked[0])
      .split('; ')
      .map((text) => ({ text }));
    return answers.length === 1 ? answers[0] : answers;
  });
  return { sent, query };
}

describe('a transaction', () => {
  it('begins together with its first statement, whose answer is given', async () => {
    const { sent, query } = noted();
    await query('START TRANSACTION');
    expect(sent).toEqual([]);
    expect(await query('SELECT 1')).toEqual({ text: 'SELECT 1' });
    await query('SELECT 2');
    await query('COMMIT');
    expect(sent).toEqual([['START TRANSACTION; SELECT 1'], ['SELECT 2'], ['COMMIT']]);
  });

  it.each([
    ['has values', ['SELECT $1', [1]]],
    ['has a callback', ['SELECT 1', () => undefined]],
    ['is an object', [{ text: 'SELECT 1' }]],
  ])('begins before a first statement that %s', async (_, first) => {
    const { sent, query } = noted();
    await query('START TRANSACTION');
    await query(...first);
    expect(sent).toEqual([['START TRANSACTION'], first]);
  });

  it.each(['COMMIT', 'ROLLBACK'])('of nothing is not sent when it ends by %s', async (end) => {
    const { sent, query } = noted();
    await query('START TRANSACTION');
    await query(end);
    await query('SELECT 1');
    expect(sent).toEqual([['SELECT 1']]);
  });

  it('does not begin when the first statement is not even understood', async () => {
    const sent: unknown[] = [];
    const query = beginWithFirst(async (text) => {
      sent.push(text);
      if (String(text).includes('SELEC 1')) {
        throw new Error('syntax error');
      }
    });
    await query('START TRANSACTION');
    await expect(query('SELEC 1')).rejects.toThrow('syntax error');
    await query('ROLLBACK');
    await query('START TRANSACTION');
    await query('SELECT 2');
    expect(sent).toEqual(['START TRANSACTION; SELEC 1', 'ROLLBACK', 'START TRANSACTION; SELECT 2']);
  });

  it.each([
    ['one with a callback', ['SELECT 1', [], () => undefined]],
    ['one as an object', [{ text: 'SELECT 1' }]],
  ])('is none of the business of %s outside of one', async (_, asked) => {
    const { sent, query } = noted();
    await query(...asked);
    expect(sent).toEqual([asked]);
  });
});

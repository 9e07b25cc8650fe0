import { isCodePage, readLink, readTypedCode } from './link.js';

const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN_-9';

describe('secret of a door link', () => {
  it('is read from the fragment', () => {
    expect(readLink(`#${SECRET}`)).toEqual({ kind: 'secret', secret: SECRET });
  });

  it.each(['.', ')', '>', ' ', '%20'])('is read although the message glued %p to it', (tail) => {
    expect(readLink(`#${SECRET}${tail}`)).toEqual({ kind: 'secret', secret: SECRET });
  });

  it('is broken when the link was cut', () => {
    expect(readLink(`#${SECRET.slice(0, 30)}`)).toEqual({ kind: 'broken' });
  });

  it('is broken when something that could belong to it follows', () => {
    expect(readLink(`#${SECRET}x`)).toEqual({ kind: 'broken' });
  });

  it('is not there when the fragment is empty', () => {
    expect([readLink(''), readLink('#')]).toEqual([{ kind: 'none' }, { kind: 'none' }]);
  });
});

describe('what is typed where a code belongs', () => {
  it.each([
    '7KQ2-M9XD-4RTA',
    ' 7KQ2-M9XD-4RTA\n',
    'https://tapaamo.example.fi/k 7KQ2-M9XD-4RTA',
    'tapaamo.example.fi/k\n7KQ2-M9XD-4RTA',
    'TAPAAMO.EXAMPLE.FI/K: 7KQ2-M9XD-4RTA',
    'tapaamo.example.fi/k/7KQ2-M9XD-4RTA',
  ])('is read as the code, with or without the address: %j', (typed) => {
    expect(readTypedCode(typed)).toEqual({ kind: 'code', code: '7KQ2-M9XD-4RTA' });
  });

  it('is left as it is where no address stands before it', () => {
    expect(readTypedCode('7k q2/k9').kind).toBe('code');
    expect(readTypedCode('ABCD/KEFG')).toEqual({ kind: 'code', code: 'ABCD/KEFG' });
  });

  it('may be a whole link', () => {
    expect(readTypedCode(`https://tapaamo.example.fi/v#${SECRET}.`)).toEqual({
      kind: 'secret',
      secret: SECRET,
    });
  });
});

describe('the page for codes', () => {
  it.each(['/k', '/k/', '/K'])('is at %s', (path) => {
    expect(isCodePage(path)).toBe(true);
  });

  it.each(['/', '/kk', '/v', '/k/x'])('is not at %s', (path) => {
    expect(isCodePage(path)).toBe(false);
  });
});

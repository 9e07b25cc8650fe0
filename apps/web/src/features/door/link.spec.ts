import { readLink } from './link.js';

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

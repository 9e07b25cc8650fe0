import { jest } from '@jest/globals';
import { lookAhead, whereTheyStand } from './look-ahead.js';

describe('looking ahead where a person stands', () => {
  const asked: string[] = [];
  const answers = jest.fn(async (address: unknown) => {
    asked.push(String(address));
    return new Response(JSON.stringify({ participantId: `p${String(asked.length)}` }), {
      headers: { 'content-type': 'application/json' },
    });
  });
  const stand = (path: string, hash = '') =>
    Object.assign(globalThis, { location: { pathname: path, hash, search: '' } });

  beforeEach(() => {
    asked.length = 0;
    jest.spyOn(globalThis, 'fetch').mockImplementation(answers);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'location');
  });

  it('asks once for the page that is being put together, and anew after that', async () => {
    stand('/v');
    lookAhead();
    expect(asked).toEqual(['/api/door']);
    expect(await whereTheyStand()).toEqual({ participantId: 'p1' });
    expect(await whereTheyStand()).toEqual({ participantId: 'p2' });
  });

  it.each([
    ['a link', '/v', `#${'a'.repeat(43)}`],
    ['a typed code', '/k', ''],
  ])('asks nothing for who comes by %s', (_by, path, hash) => {
    stand(path, hash);
    lookAhead();
    expect(asked).toEqual([]);
  });
});

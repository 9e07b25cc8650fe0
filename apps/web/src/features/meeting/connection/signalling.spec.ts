import { jest } from '@jest/globals';
import type { ErrorCode } from '@tapaamo/contracts';
import { ApiProblem } from '../../../api/api-problem.js';
import { Signalling } from './signalling.js';

/** A line that the API gives no way: what its page is told, in order, until it tries for the second time. */
async function toldUntilSecondTry(code: ErrorCode | 'offline'): Promise<unknown[]> {
  const told: unknown[] = [];
  let tries = 0;
  await new Promise<void>((over) => {
    const line = new Signalling({
      getAccess: async () => {
        tries += 1;
        if (tries === 2) {
          told.push('tries again');
          line.stop();
          over();
        }
        throw new ApiProblem(code);
      },
      keptEpoch: () => undefined,
      lineChanged: (state) => void told.push(state),
      heldUp: (why) => void told.push(['held up', why]),
      refused: (why) => {
        told.push(['refused', why]);
        over();
      },
      notified: () => undefined,
    });
    void line.start();
  });
  return told;
}

describe('a line to which the API gives no way', () => {
  const around = globalThis as Record<string, unknown>;

  beforeEach(() => {
    around.addEventListener = jest.fn();
    around.removeEventListener = jest.fn();
    around.document = { addEventListener: jest.fn(), removeEventListener: jest.fn() };
  });

  afterEach(() => {
    delete around.addEventListener;
    delete around.removeEventListener;
    delete around.document;
  });

  it.each(['meeting.organisation-full', 'meeting.no-node'] as const)(
    'tells the page of %s, and goes on trying',
    async (code) => {
      expect(await toldUntilSecondTry(code)).toEqual([
        'connecting',
        ['held up', code],
        'tries again',
        'stopped',
      ]);
    },
  );

  it('tells of no hiccup that is over in a moment', async () => {
    expect(await toldUntilSecondTry('offline')).toEqual([
      'connecting',
      ['held up', undefined],
      'tries again',
      'stopped',
    ]);
  });

  it('stops for what no trying can change', async () => {
    expect(await toldUntilSecondTry('visit.ended')).toEqual([
      'connecting',
      'stopped',
      ['refused', 'visit.ended'],
    ]);
  });
});

import { PLACE_KEPT_MS, presenceAfter } from '@tapaamo/contracts';
import { withoutLineMs } from './lines.js';
import { NODE_ALIVE_MS } from './media-nodes.js';

const databaseNow = new Date('2027-02-10T08:15:00.000Z');
const ago = (milliseconds: number) => new Date(databaseNow.getTime() - milliseconds);
const presence = (
  line: { connectedNodeId?: string; withoutLineSince?: Date },
  silentMs: Record<string, number> = {},
) =>
  presenceAfter(
    withoutLineMs(
      { connectedNodeId: null, withoutLineSince: null, ...line },
      { databaseNow, silentMs: new Map(Object.entries(silentMs)) },
    ),
  );

describe('a line, by what is written', () => {
  it.each([
    ['a living node holds', { connectedNodeId: 'node' }, { node: NODE_ALIVE_MS - 1 }, 'here'],
    ['a node that is silent held', { connectedNodeId: 'node' }, { node: NODE_ALIVE_MS }, 'lost'],
    [
      'a node silent to the last instant held',
      { connectedNodeId: 'node' },
      { node: PLACE_KEPT_MS - 1 },
      'lost',
    ],
    ['a node that died before held', { connectedNodeId: 'node' }, { node: PLACE_KEPT_MS }, 'away'],
    ['a node that nobody knows held', { connectedNodeId: 'node' }, { other: 1 }, 'away'],
    ['ended just now', { withoutLineSince: databaseNow }, {}, 'lost'],
    ['ended within the time', { withoutLineSince: ago(PLACE_KEPT_MS - 1) }, {}, 'lost'],
    ['ended before', { withoutLineSince: ago(PLACE_KEPT_MS) }, {}, 'away'],
    ['a node whose clock runs ahead told of', { withoutLineSince: ago(-5_000) }, {}, 'lost'],
    ['nobody ever had', {}, {}, 'away'],
  ] as const)('that %s', (_what, line, silentMs, expected) => {
    expect(presence(line, silentMs)).toBe(expected);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fuzz, expectHarmless } from '../integration/meeting/support/fuzz/fuzz.js';
import { MeetingNode } from '../integration/meeting/support/meeting-node.js';

const FOLDER = join('dist', 'fuzz');

/** The whole of what `hostile-messages.int-spec.ts` does a little of. */
describe('messages that were changed in any place', () => {
  let node: MeetingNode;
  const escaped: string[] = [];
  const note = (error: unknown): void => void escaped.push(String(error));

  beforeAll(async () => {
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
    node = await MeetingNode.start();
  });

  afterAll(async () => {
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
    await node.stop();
  });

  it('do no harm, however many', async () => {
    const begun = performance.now();
    const seed = Number(process.env.FUZZ_SEED);
    const result = await new Fuzz(node, { seed, count: Number(process.env.FUZZ_COUNT) }).run();
    const seconds = Math.round((performance.now() - begun) / 1_000);
    mkdirSync(FOLDER, { recursive: true });
    const text = JSON.stringify({ ...result, seconds, escaped }, null, 2);
    writeFileSync(join(FOLDER, 'signalling.json'), `${text}\n`);
    expect(escaped).toEqual([]);
    expectHarmless(result);
  });
});

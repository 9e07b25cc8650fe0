import type { BrowserDouble } from './support/browser-double.js';
import { camera, join, microphone } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

describe('Ids of other participants', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  /** A call in which the client sends and receives; its ids. */
  const call = async () => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const [{ producerId }] = await Promise.all([
      client.get('produce', camera()),
      professional.get('produce', microphone()),
    ]);
    const { consumerId } = await client.told('consumerCreated');
    await professional.told('consumerCreated');
    return { professional, client, producerId, consumerId };
  };

  const everyAttempt = (producerId: string, consumerId: string) =>
    [
      ['pauseProducer', { producerId }],
      ['resumeProducer', { producerId }],
      ['closeProducer', { producerId }],
      ['pauseConsumer', { consumerId }],
      ['resumeConsumer', { consumerId }],
      ['setPreferredLayers', { consumerId, spatialLayer: 0 }],
    ] as const;

  const expectAllRefused = async (
    attacker: BrowserDouble,
    victim: { producerId: string; consumerId: string },
  ): Promise<void> => {
    for (const [event, body] of everyAttempt(victim.producerId, victim.consumerId)) {
      expect([event, await attacker.codeOf(event, body)]).toEqual([
        event,
        'meeting.object-missing',
      ]);
    }
  };

  it('lead nowhere within the same meeting, and the call is untouched', async () => {
    const victim = await call();
    await expectAllRefused(victim.professional, victim);
    await victim.client.get('resumeConsumer', { consumerId: victim.consumerId });
    expect(victim.professional.names).not.toContain('consumerClosed');
    expect(victim.professional.names).not.toContain('consumerPaused');
  });

  it('lead nowhere from another meeting', async () => {
    const [victim, other] = [await call(), await call()];
    await expectAllRefused(other.client, victim);
    await victim.client.get('pauseProducer', { producerId: victim.producerId });
    await victim.professional.told('consumerPaused');
    expect(other.professional.names).not.toContain('consumerPaused');
  });

  it('are answered like ids that never were', async () => {
    const { client } = await call();
    expect(await client.codeOf('pauseProducer', { producerId: 'never-was' })).toBe(
      'meeting.object-missing',
    );
  });
});

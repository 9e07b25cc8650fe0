import { randomUUID } from 'node:crypto';
import { OutboxMessage } from '@tapaamo/notification';
import { Vault } from '@tapaamo/vault';
import type { BookedVisit } from './booked-visit.js';
import type { TestApi } from './start-api.js';

const AT_ONCE = 500;

/**
 * Puts copies of a visit's text message into the outbox, each for a receiver of its own.
 *
 * @returns Their texts, which tell them apart.
 */
export async function manyMessages(
  api: TestApi,
  { visitId, participantId }: BookedVisit,
  count: number,
): Promise<string[]> {
  const { manager } = api.dataSource;
  const vault = api.get(Vault);
  const like = await manager.findOneByOrFail(OutboxMessage, { visitId, channel: 'sms' });
  const receivers = await manager.query<{ id: string }[]>(
    `INSERT INTO participant
     SELECT (jsonb_populate_record(participant, jsonb_build_object('id', gen_random_uuid(), 'link_hash', NULL))).*
     FROM participant, generate_series(1, $2) WHERE id = $1 RETURNING id`,
    [participantId, count],
  );
  const texts: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows: OutboxMessage[] = [];
    for (const receiver of receivers.slice(from, from + AT_ONCE)) {
      const id = randomUUID();
      const place = { table: 'outbox_message', rowId: id };
      const content = { to: '+358401234567', sender: null, subject: '', text: id };
      const envelope = await vault.seal(manager, visitId, place, content);
      const own = { id, participantId: receiver.id, envelope, referenceHash: null };
      rows.push(Object.assign(new OutboxMessage(), like, own));
      texts.push(id);
    }
    await manager.insert(OutboxMessage, rows);
  }
  return texts;
}

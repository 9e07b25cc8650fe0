import { FixedClock } from '@tapaamo/common';
import { MessageStore, type IncomingMessage } from './message-store.js';

const DAY_MS = 24 * 3600 * 1000;

function sms(id: string, text = 'hei'): IncomingMessage {
  return { id, channel: 'sms', to: '+358401234567', subject: '', text };
}

describe('caught messages', () => {
  let clock: FixedClock;
  let store: MessageStore;

  beforeEach(() => {
    clock = new FixedClock('2026-12-01T08:00:00.000Z');
    store = new MessageStore(clock);
  });

  it('are listed newest first, with the instant of their receipt', () => {
    store.add(sms('a'));
    clock.advance(1000);
    store.add(sms('b'));
    expect(store.list().map(({ id }) => id)).toEqual(['b', 'a']);
    expect(store.list()[1]?.receivedAt.toISOString()).toBe('2026-12-01T08:00:00.000Z');
  });

  it('are kept once, however often they come', () => {
    expect(store.add(sms('a', 'first'))).toBe(true);
    expect(store.add(sms('a', 'again'))).toBe(false);
    expect(store.add({ ...sms('a'), channel: 'email' })).toBe(true);
    expect(store.list().map(({ text }) => text)).toEqual(['hei', 'first']);
  });

  it('are 500 at most', () => {
    for (let index = 0; index < 502; index += 1) {
      store.add(sms(String(index)));
    }
    expect(store.list()).toHaveLength(500);
    expect(store.list().at(-1)?.id).toBe('2');
  });

  it('are forgotten 31 days after their receipt, not before', () => {
    store.add(sms('a'));
    clock.advance(31 * DAY_MS - 1);
    expect(store.list()).toHaveLength(1);
    clock.advance(1);
    expect(store.list()).toHaveLength(0);
  });

  it('change their revision when one comes, goes or is forgotten', () => {
    const revisions = [store.revision];
    store.add(sms('a'));
    revisions.push(store.revision);
    store.add(sms('a'));
    expect(store.revision).toBe(revisions.at(-1));
    clock.advance(31 * DAY_MS);
    revisions.push(store.revision);
    store.clear();
    revisions.push(store.revision);
    expect(new Set(revisions).size).toBe(4);
  });
});

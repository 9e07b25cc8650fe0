import type { MediaText } from '@tapaamo/media';
import type { Seat } from '../seat/seat.js';
import { TextWatch } from './text-watch.js';

/** A seat whose page has written so much. */
function writer(count = { messages: 0, bytes: 0 }, participantId = 'someone') {
  const text = { counted: async () => ({ ...count }) } as unknown as MediaText;
  const media = {
    text: text as MediaText | null,
    stopWriting: () => void (media.text = null),
  };
  const seat = { participantId, media } as unknown as Seat;
  return { count, seat, media };
}

describe('a watch over what is written', () => {
  const flooded: Seat[] = [];
  let watch: TextWatch;
  let nowMs = 0;

  beforeEach(() => {
    flooded.length = 0;
    nowMs = 1_000;
    watch = new TextWatch(
      (seat) => flooded.push(seat),
      () => nowMs,
    );
  });

  it.each([
    ['messages', { messages: 201, bytes: 201 }],
    ['bytes', { messages: 1, bytes: 500_001 }],
  ])('ends the channel of who writes too many %s, and nobody else’s', async (_what, count) => {
    const [bad, good] = [writer(count), writer({ messages: 200, bytes: 500_000 }, 'good')];
    await watch.look([bad.seat, good.seat]);
    expect(flooded).toEqual([bad.seat]);
    expect([bad.media.text, good.media.text]).toEqual([null, expect.anything()]);
    expect([watch.isSilenced('someone'), watch.isSilenced('good')]).toEqual([true, false]);
  });

  it('counts from the last look', async () => {
    const { seat, count } = writer({ messages: 150, bytes: 1 });
    await watch.look([seat]);
    count.messages = 300;
    await watch.look([seat]);
    expect(flooded).toEqual([]);
    count.messages = 501;
    await watch.look([seat]);
    expect(flooded).toEqual([seat]);
  });

  it('passes over who writes nothing, and whose worker gives no answer', async () => {
    const failing = writer({ messages: 999, bytes: 1 });
    failing.media.text = {
      counted: () => Promise.reject(new Error('gone')),
    } as unknown as MediaText;
    const [silent, absent] = [writer(), writer()];
    silent.media.text = null;
    Object.assign(absent.seat, { media: null });
    await watch.look([failing.seat, silent.seat, absent.seat]);
    expect(flooded).toEqual([]);
  });

  it('lets who was silenced write again after a minute', async () => {
    await watch.look([writer({ messages: 201, bytes: 1 }).seat]);
    nowMs += 59_999;
    expect(watch.isSilenced('someone')).toBe(true);
    nowMs += 1;
    expect(watch.isSilenced('someone')).toBe(false);
  });

  it('is not made longer by a clock that is set back', async () => {
    await watch.look([writer({ messages: 201, bytes: 1 }).seat]);
    nowMs -= 1;
    expect(watch.isSilenced('someone')).toBe(false);
  });
});

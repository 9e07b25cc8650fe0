import type { MediaText } from '@tapaamo/media';
import type { Seat } from '../seat/seat.js';
import { TextWatch, isSilenced } from './text-watch.js';

/** A seat whose page has written so much. */
function writer(count = { messages: 0, bytes: 0 }) {
  const text = { counted: async () => ({ ...count }) } as unknown as MediaText;
  const media = {
    text: text as MediaText | null,
    stopWriting: () => void (media.text = null),
  };
  const seat = { media, wroteTooMuchAt: null } as unknown as Seat;
  return { count, seat, media };
}

describe('a watch over what is written', () => {
  const flooded: Seat[] = [];
  let watch: TextWatch;

  beforeEach(() => {
    flooded.length = 0;
    watch = new TextWatch((seat) => flooded.push(seat));
  });

  it.each([
    ['messages', { messages: 201, bytes: 201 }],
    ['bytes', { messages: 1, bytes: 500_001 }],
  ])('ends the channel of who writes too many %s, and nobody else’s', async (_what, count) => {
    const [bad, good] = [writer(count), writer({ messages: 200, bytes: 500_000 })];
    await watch.look([bad.seat, good.seat]);
    expect(flooded).toEqual([bad.seat]);
    expect([bad.media.text, good.media.text]).toEqual([null, expect.anything()]);
    expect([isSilenced(bad.seat), isSilenced(good.seat)]).toEqual([true, false]);
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

  it('lets who was silenced write again after a minute', () => {
    expect(isSilenced({ wroteTooMuchAt: performance.now() - 59_000 })).toBe(true);
    expect(isSilenced({ wroteTooMuchAt: performance.now() - 60_001 })).toBe(false);
    expect(isSilenced({ wroteTooMuchAt: null })).toBe(false);
  });
});

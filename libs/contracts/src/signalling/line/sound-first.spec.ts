import fc from 'fast-check';
import {
  PICTURE_NEEDS_BPS,
  nextSoundFirst,
  soundFirst,
  type LineRoom,
  type PictureMode,
  type SoundFirst,
} from './sound-first.js';

const STEP_MS = 500;

const room = (bitsPerSecond: number | null, more: Partial<LineRoom> = {}): LineRoom => ({
  isPictureWanted: true,
  bitsPerSecond,
  loss: null,
  isOverrun: false,
  ...more,
});

/** Lives through one measurement after the other, half a second apart. @returns The modes after each. */
function live(rooms: readonly LineRoom[], from: SoundFirst = soundFirst(0)) {
  let [state, now] = [from, from.since];
  const modes: PictureMode[] = [];
  for (const one of rooms) {
    now += STEP_MS;
    state = nextSoundFirst(state, one, now);
    modes.push(state.mode);
  }
  return { state, modes };
}

const times = (count: number, one: LineRoom) => Array.from({ length: count }, () => one);

const anyRoom = fc.record({
  isPictureWanted: fc.constant(true),
  bitsPerSecond: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
  loss: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  isOverrun: fc.boolean(),
});

describe('sound first', () => {
  it('holds the picture within two seconds of a narrow line, and not for a single measurement', () => {
    expect(live([room(100_000), room(900_000), room(100_000), room(900_000)]).modes).toEqual(
      Array(4).fill('flowing'),
    );
    expect(live(times(4, room(100_000))).modes).toContain('held');
  });

  it('holds the picture at once when next to nothing arrives, and does not return it before that is over', () => {
    const overrun = room(900_000, { isOverrun: true });
    expect(live([overrun]).modes).toEqual(['held']);
    expect(live(times(200, overrun)).modes).not.toContain('flowing');
  });

  it('tries the picture again after a wait, and lets it flow once there is room', () => {
    const held = live(times(4, room(100_000))).state;
    const { modes } = live([...times(8, room(100_000)), ...times(6, room(800_000))], held);
    expect([...new Set(modes)]).toEqual(['held', 'trying', 'flowing']);
  });

  it('goes by loss where the browser does not tell what the line takes', () => {
    const held = live(times(4, room(null, { loss: 0.3 }))).state;
    expect(held.mode).toBe('held');
    expect(live(times(20, room(null, { loss: 0.01 })), held).state.mode).toBe('flowing');
    expect(live(times(200, room(null, { loss: 0.3 })), held).modes).not.toContain('flowing');
  });

  it('returns the picture where nothing at all is told, once something arrives again', () => {
    const overrun = room(null, { isOverrun: true });
    const held = live([overrun]).state;
    expect(live(times(20, overrun), held).modes).not.toContain('flowing');
    expect(live(times(20, room(null)), held).state.mode).toBe('flowing');
  });

  it('waits longer with every trial that fails', () => {
    const { modes } = live(times(400, room(90_000)));
    const runs = modes.join().split(/(?:trying,?)+/);
    const waits = runs.map((run) => run.split(',').filter((mode) => mode === 'held').length);
    expect(waits.slice(0, 4)).toEqual([...waits.slice(0, 4)].sort((a, b) => a - b));
    expect(waits[3]).toBeGreaterThan(3 * waits[0]!);
  });

  it('goes on with a trial while ever more gets through, as estimates grow slowly', () => {
    const held = live(times(4, room(40_000))).state;
    const growing = Array.from({ length: 60 }, (_, at) => room(40_000 + at * 5_000));
    const { modes } = live(growing, held);
    expect(modes.filter((mode, at) => mode !== modes[at - 1])).toEqual([
      'held',
      'trying',
      'flowing',
    ]);
  });

  it('begins anew when there is no picture to send', () => {
    const held = live(times(4, room(100_000))).state;
    const { state } = live([room(100_000, { isPictureWanted: false })], held);
    expect(state).toEqual(soundFirst(held.since + STEP_MS));
  });

  it('never holds a picture that has room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: PICTURE_NEEDS_BPS, max: 5_000_000 }), { maxLength: 200 }),
        (rates) => {
          expect(live(rates.map((rate) => room(rate))).modes).not.toContain('held');
        },
      ),
    );
  });

  it('returns the picture of every line that gets room for good, within a minute', () => {
    fc.assert(
      fc.property(fc.array(anyRoom, { maxLength: 300 }), (rooms) => {
        const { state } = live(rooms);
        expect(live(times(120, room(500_000)), state).state.mode).toBe('flowing');
      }),
    );
  });

  it('never flaps: between two holds there are four seconds at least, whatever is measured', () => {
    fc.assert(
      fc.property(fc.array(anyRoom, { minLength: 100, maxLength: 300 }), (rooms) => {
        const { modes } = live(rooms);
        const begins = modes.flatMap((mode, at) =>
          mode !== 'flowing' && (modes[at - 1] ?? 'flowing') === 'flowing' ? [at] : [],
        );
        const gaps = begins.slice(1).map((at, index) => (at - begins[index]!) * STEP_MS);
        expect(Math.min(...gaps, 4_000)).toBeGreaterThanOrEqual(4_000);
      }),
    );
  });

  it('shows no picture on trial: it flows only after room for it was measured', () => {
    fc.assert(
      fc.property(fc.array(anyRoom, { maxLength: 300 }), (rooms) => {
        const { modes } = live(rooms);
        modes.forEach((mode, at) => {
          if (mode === 'flowing' && modes[at - 1] === 'trying') {
            const { bitsPerSecond, loss } = rooms[at]!;
            expect(bitsPerSecond ?? PICTURE_NEEDS_BPS).toBeGreaterThanOrEqual(PICTURE_NEEDS_BPS);
            expect(bitsPerSecond !== null || (loss ?? 0) < 0.2).toBe(true);
          }
        });
      }),
    );
  });
});

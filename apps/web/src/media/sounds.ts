/** One tone of a sound: pitch in hertz, start and length in seconds. */
type Tone = readonly [pitch: number, start: number, length: number];

const TEST_SOUND: readonly Tone[] = [
  [523, 0, 0.25],
  [659, 0.25, 0.25],
  [784, 0.5, 0.5],
];

const ARRIVAL_SOUND: readonly Tone[] = [
  [660, 0, 0.18],
  [880, 0.18, 0.35],
];

/** Plays a sound by which a person can check their loudspeaker. Resolves when it has ended. */
export function playTestSound(): Promise<void> {
  return play(TEST_SOUND, 0.25);
}

/** A soft sound: somebody arrived, or the door opened. Silent where the browser allows no sound yet. */
export function playArrivalSound(): Promise<void> {
  return play(ARRIVAL_SOUND, 0.12);
}

async function play(tones: readonly Tone[], loudness: number): Promise<void> {
  const context = new AudioContext();
  // A page nobody has touched yet may not make a sound; then there is nothing to wait for.
  await Promise.race([context.resume(), wait(0.2)]);
  if (context.state === 'running') {
    for (const tone of tones) {
      addTone(context, tone, loudness);
    }
    await wait(Math.max(...tones.map(([, start, length]) => start + length)) + 0.1);
  }
  await context.close();
}

function addTone(context: AudioContext, [pitch, start, length]: Tone, loudness: number): void {
  const from = context.currentTime + start;
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(loudness, from + 0.02);
  volume.gain.linearRampToValueAtTime(0, from + length);
  const tone = new OscillatorNode(context, { frequency: pitch });
  tone.connect(volume).connect(context.destination);
  tone.start(from);
  tone.stop(from + length);
}

function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

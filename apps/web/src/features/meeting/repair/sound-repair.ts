import { isHeard } from '@tapaamo/contracts';
import type { LocalMedia } from '../../../media/local-media.js';
import { watchSoundLevel } from '../../../media/sound-level.js';
import type { MeetingConnection } from '../connection/meeting-connection.js';
import { hearingRepairOf, type HearingFinding } from './hearing.js';
import { soundBetween, soundIn } from './sound-flow.js';
import { speakingRepairOf, type SpeakingFinding } from './speaking.js';

/** How long it is listened before anything is said, in milliseconds. */
const LISTEN_MS = 1_500;

/** Softer than the hum of a quiet room. */
const SILENT_LEVEL = 0.02;

/** Finds out why nothing is heard, does what can be done, and tells what it found. */
export async function repairHearing(
  connection: MeetingConnection,
  elements: readonly HTMLAudioElement[],
): Promise<HearingFinding> {
  // First, while the browser still counts the press: only then may it begin to play.
  const wasBlocked = elements.some(({ paused }) => paused);
  await Promise.all(elements.map(playAnew));
  const flow = await listen(connection, 'in');
  const { others, remote } = connection.store.get();
  const heard = others.filter(({ role }) => isHeard(role));
  const { finding, act } = hearingRepairOf({
    stands: stands(connection),
    others: heard.length,
    speaking: heard.filter(
      ({ participantId }) => remote.get(participantId)?.microphone?.paused === false,
    ).length,
    wasBlocked,
    comes: flow.flows,
    isAudible: flow.isAudible,
  });
  carryOut(connection, act);
  return finding;
}

/** Finds out why the person is not heard, does what can be done, and tells what it found. */
export async function repairSpeaking(
  connection: MeetingConnection,
  media: LocalMedia,
): Promise<SpeakingFinding> {
  const { microphone } = media.store.get();
  const { track } = microphone;
  const [flow, level] = await Promise.all([listen(connection, 'out'), loudest(track)]);
  const { unsent } = connection.store.get();
  const { finding, act } = speakingRepairOf({
    state: microphone.state,
    on: microphone.on,
    isLive: track?.readyState === 'live',
    isHeldSilent: track?.muted === true,
    stands: stands(connection),
    leaves: flow.flows && !unsent.includes('microphone'),
    isAudible: level > SILENT_LEVEL,
  });
  if (act === 'turn-on') {
    await media.turn('microphone', true);
  } else if (act === 'reopen') {
    await media.reopen('microphone');
  } else {
    carryOut(connection, act);
  }
  return finding;
}

function carryOut(connection: MeetingConnection, act: 'look-for-way' | 'rebuild' | null): void {
  if (act === 'look-for-way') {
    connection.session?.networkChanged();
  } else if (act === 'rebuild') {
    connection.rebuildSeldom.request();
  }
}

function stands(connection: MeetingConnection): boolean {
  const { line, path } = connection.store.get();
  return line === 'connected' && path === 'connected';
}

/** Plays a sound anew, by the loudspeaker that the device uses now. How loud it is belongs to the choice of a channel. */
async function playAnew(element: HTMLAudioElement): Promise<void> {
  // Not every browser lets a page choose.
  const choosing = element as Partial<Pick<HTMLAudioElement, 'setSinkId'>>;
  await choosing.setSinkId?.call(element, '').catch(() => undefined);
  await element.play().catch(() => undefined);
}

/** What a path carries for a moment. */
async function listen(connection: MeetingConnection, direction: 'in' | 'out') {
  const read = async () => {
    const statistics = await connection.session?.statistics();
    const [sending, receiving] = statistics ?? [];
    const report = direction === 'in' ? receiving : sending;
    return report === undefined ? { packets: 0, energy: 0 } : soundIn(report, direction);
  };
  const before = await read();
  await wait();
  return soundBetween(before, await read());
}

/** How loud a microphone is at most in a moment; nothing of one that is not there. */
async function loudest(track: MediaStreamTrack | undefined): Promise<number> {
  if (track?.readyState !== 'live') {
    return 0;
  }
  let most = 0;
  const stop = watchSoundLevel(track, (level) => (most = Math.max(most, level)));
  await wait();
  stop();
  return most;
}

function wait(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LISTEN_MS));
}

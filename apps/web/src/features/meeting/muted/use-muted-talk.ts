import { useEffect, useState } from 'react';
import { useTexts } from '../../../i18n/index.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { watchSoundLevel } from '../../../media/sound-level.js';
import { useStore } from '../../../media/use-store.js';
import { TalkJudge } from './talk-judge.js';

/** How long it is shown, in milliseconds. */
const SHOWN_MS = 10_000;

/**
 * Whether the person talks while their microphone is off: said aloud once, and shown for a while, for every time that they
 * turn it off. What the microphone hears then is measured in this browser and goes nowhere.
 *
 * @param isHeard - False for who only looks on.
 */
export function useMutedTalk(
  media: LocalMedia,
  announce: (text: string) => void,
  isHeard: boolean,
): boolean {
  const { t } = useTexts();
  const { microphone } = useStore(media.store);
  const [talks, setTalks] = useState(false);
  const track = isHeard && !microphone.on ? microphone.track : undefined;
  useEffect(() => (track === undefined ? undefined : watchTalk(track, setTalks)), [track]);
  useEffect(() => {
    if (talks) {
      announce(t('meeting.mutedTalk'));
    }
  }, [talks, announce, t]);
  return talks;
}

/** @returns The way to stop. */
function watchTalk(track: MediaStreamTrack, tell: (talks: boolean) => void): () => void {
  // The track itself is silenced, as it must be: what is measured is another of the same microphone, given to nobody.
  const ear = track.clone();
  ear.enabled = true;
  const judge = new TalkJudge();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopWatching = watchSoundLevel(ear, (level) => {
    if (judge.hear(level)) {
      hush();
      tell(true);
      timer = setTimeout(() => tell(false), SHOWN_MS);
    }
  });
  const hush = () => {
    stopWatching();
    ear.stop();
  };
  return () => {
    clearTimeout(timer);
    if (timer === undefined) {
      hush();
    }
    tell(false);
  };
}

import { useRef, useState } from 'react';
import { useTexts } from '../../../i18n/index.js';
import type { LocalMedia } from '../../../media/local-media.js';
import type { MeetingConnection } from '../connection/meeting-connection.js';
import type { HearingFinding } from './hearing.js';
import { repairHearing, repairSpeaking } from './sound-repair.js';
import type { SpeakingFinding } from './speaking.js';
import styles from './sound-help.module.css';

interface SoundHelpProps {
  connection: MeetingConnection;
  media: LocalMedia;
  /** Whether the person is heard; who only looks on has no microphone to mend. */
  isHeard: boolean;
  /** While nothing comes from the others on purpose there is nothing to mend. */
  isApart: boolean;
}

type Told = `hear_${HearingFinding}` | `speak_${SpeakingFinding}`;

/** One press each for who hears nothing, and for who is not heard: what can be mended is, and what was found is said. */
export function SoundHelp({ connection, media, isHeard, isApart }: SoundHelpProps) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState<Told | 'looking'>();
  const mend = (repair: () => Promise<Told>) => {
    if (told !== 'looking') {
      setTold('looking');
      repair().then(setTold, () => setTold(undefined));
    }
  };
  const hear = () =>
    mend(async () => {
      const meeting = place.current?.closest('section');
      const elements = [...(meeting?.querySelectorAll('audio') ?? [])];
      return `hear_${await repairHearing(connection, elements)}`;
    });
  const speak = () => mend(async () => `speak_${await repairSpeaking(connection, media)}`);
  const busy = told === 'looking';
  if (isApart) {
    return null;
  }
  return (
    <div ref={place} className={styles.help}>
      <div className={styles.buttons} role="group" aria-label={t('soundHelp.label')}>
        <button
          type="button"
          className={styles.button}
          aria-disabled={busy}
          onClick={hear}
          data-testid="hear-nothing"
        >
          {t('soundHelp.hearNothing')}
        </button>
        {isHeard && (
          <button
            type="button"
            className={styles.button}
            aria-disabled={busy}
            onClick={speak}
            data-testid="not-heard"
          >
            {t('soundHelp.notHeard')}
          </button>
        )}
      </div>
      <p role="status" className={styles.told} data-testid="sound-help" data-found={told}>
        {told !== undefined && t(`soundHelp.${told}`)}
      </p>
    </div>
  );
}

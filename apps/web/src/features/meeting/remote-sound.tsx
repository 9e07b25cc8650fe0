import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import { SpeakerIcon } from '../../ui/icons/media-icons.js';
import type { RemoteTrack } from './connection/remote-media.js';
import styles from './remote-sound.module.css';

/** A sound and how loud it is played, from 0 to 1. */
export interface PlayedSound extends RemoteTrack {
  loudness: number;
}

/** The sound of the others. Where the browser keeps sound off until the person acts, one button mends it. */
export function RemoteSound({ sounds }: { sounds: readonly PlayedSound[] }) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const [blocked, setBlocked] = useState(false);
  const listen = () => {
    setBlocked(false);
    for (const element of place.current?.querySelectorAll('audio') ?? []) {
      element.play().catch(() => setBlocked(true));
    }
  };
  return (
    <div ref={place}>
      {sounds.map(({ consumerId, track, loudness }) => (
        <Sound
          key={consumerId}
          track={track}
          loudness={loudness}
          onBlocked={() => setBlocked(true)}
        />
      ))}
      {blocked && (
        <div className={styles.blocked} role="alert">
          <p>{t('meeting.soundBlocked')}</p>
          <button type="button" className={styles.listen} onClick={listen} data-testid="listen">
            <SpeakerIcon />
            {t('meeting.listen')}
          </button>
        </div>
      )}
    </div>
  );
}

interface SoundProps {
  track: MediaStreamTrack;
  loudness: number;
  onBlocked: () => void;
}

function Sound({ track, loudness, onBlocked }: SoundProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const whenBlocked = useRef(onBlocked);
  useEffect(() => {
    const element = audio.current;
    if (element !== null) {
      element.srcObject = new MediaStream([track]);
      element.play().catch((error: unknown) => {
        // A play that a newer track interrupts is no refusal.
        if (error instanceof DOMException && error.name === 'NotAllowedError') {
          whenBlocked.current();
        }
      });
    }
  }, [track]);
  useEffect(() => {
    if (audio.current !== null) {
      audio.current.volume = loudness;
      // Where a page may not set the volume (iOS), what is not to be heard is silent all the same.
      audio.current.muted = loudness === 0;
    }
  }, [loudness]);
  return <audio ref={audio} autoPlay data-testid="remote-audio" />;
}

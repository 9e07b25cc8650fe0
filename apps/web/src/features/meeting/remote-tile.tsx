import { isHeard } from '@tapaamo/contracts';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import { TrackVideo } from '../../media/track-video.js';
import { MicrophoneIcon } from '../../ui/icons/media-icons.js';
import type { OtherParticipant } from './connection/meeting-state.js';
import type { RemoteTrack, RemoteTracks } from './connection/remote-media.js';
import styles from './remote-tile.module.css';

interface RemoteTileProps {
  participant: OtherParticipant;
  tracks: RemoteTracks;
  name: string;
  onFit: (consumerId: string, height: number) => void;
}

/** One other person: camera picture or a calm place for it, name, and what is off or lost, in words. */
export function RemoteTile({ participant, tracks, name, onFit }: RemoteTileProps) {
  const { t } = useTexts();
  const { camera, microphone, screen } = tracks;
  const isOff = microphone === undefined || microphone.paused;
  // Of who only looks on nothing is off: there is nothing that could be on.
  const looksOn = !isHeard(participant.role);
  const silent = isOff && !looksOn;
  return (
    <figure className={styles.tile} data-testid={`tile-${participant.participantId}`}>
      {screen !== undefined && (
        <TrackVideo
          track={screen.track}
          className={styles.screen}
          aria-label={t('meeting.screenOf', { name })}
          data-testid="remote-screen"
        />
      )}
      {camera !== undefined && !camera.paused ? (
        <CameraPicture camera={camera} name={name} small={screen !== undefined} onFit={onFit} />
      ) : (
        screen === undefined && (
          <p className={styles.noPicture}>
            {t(looksOn ? 'meeting.lookingOn' : 'meeting.cameraIsOff', { name })}
          </p>
        )
      )}
      {!participant.connected && (
        <p className={styles.lost} role="status" data-testid="participant-lost">
          {t('meeting.otherLost', { name })}
        </p>
      )}
      <figcaption className={styles.name}>
        {silent && <MicrophoneIcon on={false} />}
        {name}
        {silent && <span className="visually-hidden">{t('meeting.isMuted')}</span>}
      </figcaption>
    </figure>
  );
}

interface CameraPictureProps {
  camera: RemoteTrack;
  name: string;
  small: boolean;
  onFit: (consumerId: string, height: number) => void;
}

function CameraPicture({ camera, name, small, onFit }: CameraPictureProps) {
  const { t } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const { consumerId } = camera;
  useEffect(() => {
    if (frame.current === null) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(([entry]) => {
      clearTimeout(timer);
      const height = (entry?.contentRect.height ?? 0) * devicePixelRatio;
      timer = setTimeout(() => onFit(consumerId, height), 400);
    });
    observer.observe(frame.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [consumerId, onFit]);
  return (
    <div ref={frame} className={small ? styles.smallPicture : styles.picture}>
      <TrackVideo
        track={camera.track}
        aria-label={t('meeting.pictureOf', { name })}
        data-testid="remote-video"
      />
    </div>
  );
}

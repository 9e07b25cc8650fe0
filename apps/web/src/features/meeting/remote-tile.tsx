import { isHeard } from '@tapaamo/contracts';
import { useRef, type ReactNode } from 'react';
import { useTexts } from '../../i18n/index.js';
import { TrackVideo } from '../../media/track-video.js';
import { CameraIcon, MicrophoneIcon, SpeakerIcon } from '../../ui/icons/media-icons.js';
import type { OtherParticipant } from './connection/meeting-state.js';
import type { RemoteTrack, RemoteTracks } from './connection/remote-media.js';
import { signs } from './layout/arrange.js';
import type { LineOfOther } from './quality/line-of-other.js';
import { useDrawnPicture, type OnDrawn } from './quality/use-drawn-picture.js';
import styles from './remote-tile.module.css';

interface RemoteTileProps {
  participant: OtherParticipant;
  tracks: RemoteTracks;
  name: string;
  line: LineOfOther;
  /** Whether pictures wait for the person's own line. */
  picturesWait: boolean;
  speaks: boolean;
  onDrawn: OnDrawn;
  /** What lies over the picture. */
  children?: ReactNode;
}

/** One other person: camera picture or a calm place for it, name, and what is off, weak or lost, in words. */
export function RemoteTile(props: RemoteTileProps) {
  const { participant, tracks, name, speaks, onDrawn } = props;
  const { t } = useTexts();
  const { camera, microphone, interpretation } = tracks;
  // Who interprets speaks in another place.
  const voice = interpretation ?? microphone;
  const isOff = voice === undefined || voice.paused;
  const picture = pictureOf(props);
  const isSpeaking = speaks && !isOff;
  return (
    <figure
      className={`${styles.tile} ${isSpeaking ? styles.speaks : ''}`}
      data-testid={`tile-${participant.participantId}`}
      data-speaks={isSpeaking}
    >
      {picture === 'shown' && camera !== undefined ? (
        <Picture
          source={camera}
          className={styles.picture}
          label={t('meeting.pictureOf', { name })}
          testId="remote-video"
          onDrawn={onDrawn}
        />
      ) : (
        picture !== 'shown' && (
          <p className={styles.noPicture} data-testid="no-picture">
            <span className={styles.words}>{t(picture, { name })}</span>
            <span className={styles.sign}>
              <CameraIcon on={false} />
            </span>
          </p>
        )
      )}
      <div role="status">
        <Trouble {...props} />
      </div>
      {props.children}
      <figcaption className={styles.name}>
        <Name {...props} isSpeaking={isSpeaking} isOff={isOff} />
      </figcaption>
    </figure>
  );
}

/** Whether the person's picture is shown, or what stands in its place: nobody should wonder where it went. */
function pictureOf({
  participant,
  tracks: { camera, screen },
  line,
  picturesWait,
}: RemoteTileProps) {
  if (picturesWait && (camera?.paused === false || screen?.paused === false)) {
    return 'line.pictureWaits';
  }
  if (line.sendsNoPicture) {
    return 'line.otherPictureWaits';
  }
  if (camera?.paused === false) {
    return 'shown';
  }
  // Of who only looks on nothing is off: there is nothing that could be on.
  return isHeard(participant.role) ? 'meeting.cameraIsOff' : 'meeting.lookingOn';
}

/** What is the matter at the other end; read aloud in its turn. */
function Trouble({ participant, line, name }: RemoteTileProps) {
  const { t } = useTexts();
  if (!participant.connected) {
    return (
      <p className={styles.lost} data-testid="participant-lost">
        {t('meeting.otherLost', { name })}
      </p>
    );
  }
  return line.seesNoPicture ? (
    <p className={styles.lost} data-testid="participant-sees-nothing">
      {t('line.otherSeesNoPicture', { name })}
    </p>
  ) : null;
}

interface NameProps extends RemoteTileProps {
  isSpeaking: boolean;
  isOff: boolean;
}

/** The name, with what is to be said of their microphone and their line. Who speaks is seen, not announced. */
function Name({ participant, name, line, isSpeaking, isOff }: NameProps) {
  const { t } = useTexts();
  const silent = isOff && isHeard(participant.role);
  return (
    <>
      {silent && <MicrophoneIcon on={false} />}
      {isSpeaking && <SpeakerIcon />}
      <span>{name}</span>
      {signs(participant) && <span>({t('tiles.signs')})</span>}
      {silent && <span className="visually-hidden">{t('meeting.isMuted')}</span>}
      {isSpeaking && <span data-testid="speaks">({t('line.speaks')})</span>}
      {line.words !== undefined && participant.connected && (
        <span className={styles.weak} data-testid="weak-line">
          {t(`line.${line.words}`)}
        </span>
      )}
    </>
  );
}

interface PictureProps {
  source: RemoteTrack;
  className: string | undefined;
  label: string;
  testId: string;
  onDrawn: OnDrawn;
}

/** A picture, of which no more is received than is drawn. */
export function Picture({
  source: { consumerId, track },
  className,
  label,
  testId,
  onDrawn,
}: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  useDrawnPicture(frame, consumerId, onDrawn);
  return (
    <div ref={frame} className={className}>
      <TrackVideo track={track} aria-label={label} data-testid={testId} />
    </div>
  );
}

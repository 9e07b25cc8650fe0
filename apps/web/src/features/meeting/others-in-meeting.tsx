import type { ReactNode } from 'react';
import type { OtherParticipant } from './connection/meeting-state.js';
import type { RemoteMedia } from './connection/remote-media.js';
import { soundsOf } from './interpretation/sounds-of.js';
import type { ListeningChoice } from './interpretation/listening.js';
import { RemoteSound } from './remote-sound.js';
import { RemoteTile } from './remote-tile.js';
import styles from './others-in-meeting.module.css';

interface OthersInMeetingProps {
  others: readonly OtherParticipant[];
  remote: RemoteMedia;
  nameOf: (participant: OtherParticipant) => string;
  alone: ReactNode;
  onFit: (consumerId: string, height: number) => void;
  /** What the person listens to while somebody interprets. */
  choice: ListeningChoice;
}

/** Everybody else: a picture or a name each, a shared screen large, and the sound of all. */
export function OthersInMeeting(props: OthersInMeetingProps) {
  const { others, remote, nameOf, alone, onFit, choice } = props;
  return (
    <>
      <div className={styles.tiles}>
        <div className={others.length === 0 ? styles.alone : 'visually-hidden'} role="status">
          {others.length === 0 && alone}
        </div>
        {others.map((other) => (
          <RemoteTile
            key={other.participantId}
            participant={other}
            tracks={remote.get(other.participantId) ?? {}}
            name={nameOf(other)}
            onFit={onFit}
          />
        ))}
      </div>
      <RemoteSound sounds={soundsOf(others, remote, choice)} />
    </>
  );
}

import type { ReactNode } from 'react';
import type { MeetingState, OtherParticipant } from './connection/meeting-state.js';
import { soundsOf } from './interpretation/sounds-of.js';
import type { ListeningChoice } from './interpretation/listening.js';
import { lineOfOther } from './quality/line-of-other.js';
import { heldForOwnLine } from './quality/own-line.js';
import type { OnDrawn } from './quality/use-drawn-picture.js';
import { speakerOf } from './quality/traffic.js';
import { useLargeTile } from './quality/use-large-tile.js';
import { RemoteSound } from './remote-sound.js';
import { RemoteTile } from './remote-tile.js';
import styles from './others-in-meeting.module.css';

interface OthersInMeetingProps {
  state: MeetingState;
  nameOf: (participant: OtherParticipant) => string;
  alone: ReactNode;
  /** Those of them who are shown. */
  others: MeetingState['others'];
  onDrawn: OnDrawn;
  /** What the person listens to while somebody interprets. */
  choice: ListeningChoice;
}

/** Everybody else: a picture or a name each, who speaks and a shared screen large, and the sound of all. */
export function OthersInMeeting(props: OthersInMeetingProps) {
  const { state, others, nameOf, alone, onDrawn, choice } = props;
  const { remote, lines } = state;
  const speaker = speakerOf(state);
  const large = useLargeTile(others, speaker);
  const picturesWait = heldForOwnLine(state).received;
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
            line={lineOfOther(lines.get(other.participantId))}
            picturesWait={picturesWait}
            speaks={other.participantId === speaker}
            large={other.participantId === large}
            onDrawn={onDrawn}
          />
        ))}
      </div>
      <RemoteSound sounds={soundsOf(others, remote, choice)} />
    </>
  );
}

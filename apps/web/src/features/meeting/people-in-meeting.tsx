import type { MeetingConnection } from './connection/meeting-connection.js';
import type { MeetingState, OtherParticipant } from './connection/meeting-state.js';
import { RaisedHands } from './hands/raised-hands.js';
import type { HandsView } from './hands/use-hands.js';
import type { InterpretationState } from './interpretation/interpretation.js';
import { ListeningChoice } from './interpretation/listening-choice.js';
import { SpeakingChoice } from './interpretation/speaking-choice.js';

interface PeopleInMeetingProps {
  connection: MeetingConnection;
  state: MeetingState;
  choice: InterpretationState;
  hands: HandsView;
  nameOf: (participant: OtherParticipant) => string;
  announce: (text: string) => void;
  leads: boolean | undefined;
  interprets: boolean | undefined;
}

/** Between the pictures and the controls: raised hands, and what is chosen about an interpretation, when there is any. */
export function PeopleInMeeting(props: PeopleInMeetingProps) {
  const { connection, state, choice, hands, nameOf, announce } = props;
  return (
    <>
      {props.leads === true && <RaisedHands hands={hands} others={state.others} nameOf={nameOf} />}
      {props.interprets === true && (
        <SpeakingChoice
          interpretation={connection.interpretation}
          speaking={choice.speaking}
          announce={announce}
        />
      )}
      <ListeningChoice
        interpretation={connection.interpretation}
        choice={choice}
        others={state.others}
        remote={state.remote}
        nameOf={nameOf}
        announce={announce}
      />
    </>
  );
}

import { useCallback, type ReactNode } from 'react';
import type { MeetingState, OtherParticipant } from './connection/meeting-state.js';
import type { RemoteMedia } from './connection/remote-media.js';
import { HandMarks } from './hands/hand-marks.js';
import type { HandsView } from './hands/use-hands.js';
import type { ListeningChoice } from './interpretation/listening.js';
import { soundsOf } from './interpretation/sounds-of.js';
import { arrange, signs, type Tile } from './layout/arrange.js';
import { ArrangedTiles } from './layout/arranged-tiles.js';
import { PinButton } from './layout/pin-button.js';
import { ScreenTile } from './layout/screen-tile.js';
import type { Pins } from './layout/use-pins.js';
import { lineOfOther } from './quality/line-of-other.js';
import { heldForOwnLine } from './quality/own-line.js';
import { speakerOf } from './quality/traffic.js';
import type { OnDrawn } from './quality/use-drawn-picture.js';
import { useLargeTile } from './quality/use-large-tile.js';
import { RemoteSound } from './remote-sound.js';
import { RemoteTile } from './remote-tile.js';
import styles from './others-in-meeting.module.css';

/** With fewer others everybody is large anyway, unless a screen is shared. */
const PINS_FROM = 4;

/** With fewer others the person's own picture lies over a corner; with more it has a place of its own. */
const OWN_PLACE_FROM = 3;

/** A signer's picture is asked for as if it were drawn so high, in device pixels: hands and faces are read from it. */
const SIGNER_HEIGHT = 720;

interface OthersInMeetingProps {
  state: MeetingState;
  nameOf: (participant: OtherParticipant) => string;
  alone: ReactNode;
  /** Those of them who are shown. */
  others: MeetingState['others'];
  onDrawn: OnDrawn;
  /** What the person listens to while somebody interprets. */
  choice: ListeningChoice;
  hands: HandsView;
  pins: Pins;
  /** The person's own picture, over a corner or where it is put; null for who only looks on. */
  selfView: (placed: boolean) => ReactNode;
}

/** Nothing is drawn large while pictures wait for the person's own line. */
const NO_MEDIA: RemoteMedia = new Map();

/** Everybody else: a picture or a name each, who speaks and a shared screen large, and the sound of all. */
export function OthersInMeeting(props: OthersInMeetingProps) {
  const { state, others, nameOf, alone, onDrawn, choice, hands, pins, selfView } = props;
  const { remote, lines } = state;
  const speaker = speakerOf(state);
  const large = useLargeTile(others, speaker);
  const picturesWait = heldForOwnLine(state).received;
  const arrangement = arrange(others, picturesWait ? NO_MEDIA : remote, pins.ids);
  const isAmong = others.length >= OWN_PLACE_FROM || arrangement.stage.length > 0;
  const hasPins = others.length >= PINS_FROM || (others.length > 1 && arrangement.stage.length > 0);
  const drawSigner = useCallback<OnDrawn>(
    (consumerId, drawn) =>
      onDrawn(consumerId, { ...drawn, height: Math.max(drawn.height, SIGNER_HEIGHT) }),
    [onDrawn],
  );
  const tileOf = ({ kind, participant }: Tile) => {
    const { participantId } = participant;
    const tracks = remote.get(participantId) ?? {};
    const name = nameOf(participant);
    if (kind === 'screen') {
      return tracks.screen && <ScreenTile screen={tracks.screen} name={name} onDrawn={onDrawn} />;
    }
    const isSigner = signs(participant);
    return (
      <RemoteTile
        participant={participant}
        tracks={tracks}
        name={name}
        line={lineOfOther(lines.get(participantId))}
        picturesWait={picturesWait}
        speaks={participantId === speaker}
        onDrawn={isSigner ? drawSigner : onDrawn}
      >
        <HandMarks
          place={hands.placeOf(participantId)}
          reaction={hands.reactionOf(participantId)}
        />
        {hasPins && !isSigner && (
          <PinButton
            name={name}
            pinned={pins.ids.has(participantId)}
            onToggle={() => pins.toggle(participant)}
          />
        )}
      </RemoteTile>
    );
  };
  return (
    <>
      <div className={others.length === 0 ? styles.alone : 'visually-hidden'} role="status">
        {others.length === 0 && alone}
      </div>
      {others.length > 0 && (
        <ArrangedTiles
          arrangement={arrangement}
          large={large}
          tileOf={tileOf}
          self={isAmong ? selfView(false) : null}
        />
      )}
      {!isAmong && selfView(true)}
      <RemoteSound sounds={soundsOf(others, remote, choice)} />
    </>
  );
}

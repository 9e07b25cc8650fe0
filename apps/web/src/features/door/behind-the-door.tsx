import {
  isHeard,
  type DeviceCheck,
  type DoorSession,
  type EnterRequest,
  type IdentificationOutcome,
  type NotificationBody,
} from '@tapaamo/contracts';
import { useCallback, useEffect, useReducer, useState } from 'react';
import { LocalMedia } from '../../media/local-media.js';
import { Loading } from '../../ui/loading.js';
import { useCode } from '../../ui/use-code.js';
import { DeviceTest } from './device-test/device-test.js';
import { answerObserver, enter, sendDeviceCheck } from './door-requests.js';
import type { OpenView } from './door-state.js';
import { doorStep } from './door-step.js';
import { Identifying } from './hand-back/identifying.js';
import { LeftVisit } from './left-visit.js';
import { loadVisit } from './load-visit.js';
import {
  rememberedProgress,
  rememberProgress,
  withoutNoMore,
  type Remembered,
} from './remembered-progress.js';
import { NOTHING_SO_FAR, soFar } from './so-far.js';
import { TooEarly } from './too-early.js';
import { useInstantPassed } from './use-instant-passed.js';

interface BehindTheDoorProps {
  session: DoorSession;
  view: OpenView;
  outcome: IdentificationOutcome | undefined;
  onReload: () => void;
  onTold: () => void;
  onEnded: (ended: NotificationBody<'visitEnded'>) => void;
  onFullScreen: (full: boolean) => void;
  onSignOut: () => Promise<void>;
}

/** The visit does not hang on this: the professional only sees one line less. */
function tellResult(result: DeviceCheck): void {
  sendDeviceCheck(result).catch(() => undefined);
}

/** The steps from the opened door to the waiting room. */
export function BehindTheDoor(props: BehindTheDoorProps) {
  const { session, view, outcome } = props;
  const { participantId } = session;
  const [remembered, setRemembered] = useState(() => rememberedProgress(participantId));
  const [testing, setTesting] = useState(false);
  const [happened, happen] = useReducer(soFar, {
    ...NOTHING_SO_FAR,
    // Who left and has just identified comes back by that.
    returning: outcome === 'done' && session.admission === 'left',
  });
  const [media] = useState(() => new LocalMedia(remembered));
  const opened = useInstantPassed(view.opensAt);
  const code = useCode(loadVisit);
  useEffect(() => () => media.close(), [media]);

  const { onReload, onTold } = props;
  const sendBack = useCallback(() => {
    happen('is-sent-to-identify');
    // Whether they may wait without is not as it was.
    onTold();
  }, [onTold]);
  const mustIdentify = view.identificationLevel === 'required';
  const turnBack = useCallback(() => {
    happen('is-turned-back');
    if (mustIdentify) {
      // Should they be let wait once more, they say so anew: nobody who was put out is back unseen.
      setRemembered((now) => withoutNoMore(participantId, now));
    }
    onReload();
  }, [onReload, mustIdentify, participantId]);
  const answerAbout = useCallback(
    (id: string, agreed: boolean) => answerObserver(id, agreed).finally(onTold),
    [onTold],
  );
  const { withoutIdentification } = remembered;
  const come = useCallback(
    async (wish: Pick<EnterRequest, 'takeOver' | 'nodeSilent'>) => {
      const access = await enter({ ...wish, unidentified: withoutIdentification });
      happen('comes');
      return access;
    },
    [withoutIdentification],
  );
  const remember = (changes: Partial<Remembered>) => {
    const next = { ...remembered, ...changes };
    rememberProgress(participantId, next);
    setRemembered(next);
  };
  const finishTest = (wishes: Pick<Remembered, 'camera' | 'microphone'>, check?: DeviceCheck) => {
    setTesting(false);
    remember({ ...wishes, tested: true });
    if (check !== undefined) {
      tellResult(check);
    }
  };
  const step = doorStep(session, view, { ...remembered, ...happened, testing }, opened);

  useEffect(() => {
    // No page without a picture keeps the camera's light on: not "you left", not "you are in good time".
    if (step === 'left' || step === 'too-early') {
      media.close();
    }
  }, [step, media]);

  switch (step) {
    case 'left':
      return (
        <LeftVisit
          view={view}
          onReturn={() => happen('returns')}
          isIdentified={session.identified}
          onSignOut={props.onSignOut}
        />
      );
    case 'too-early':
      return (
        <TooEarly
          view={view}
          tested={remembered.tested}
          onTest={isHeard(session.role) ? () => setTesting(true) : undefined}
        />
      );
    case 'device-test':
      return (
        <DeviceTest
          media={media}
          purgeDueAt={view.purgeDueAt}
          // Who tests days before may close the page instead of going back: what was found is told at once.
          onResult={opened ? undefined : tellResult}
          onDone={finishTest}
        />
      );
    case 'identify':
      return (
        <Identifying
          onReload={onReload}
          view={view}
          outcome={outcome}
          mayWait={session.mayWaitUnidentified}
          isAllowed={session.unidentifiedAllowed}
          isSentBack={happened.sentBack && !session.mayWaitUnidentified}
          onWithout={() => {
            happen('goes-without');
            remember({ withoutIdentification: true });
          }}
          onNews={onTold}
        />
      );
    case 'enter':
      return code === undefined ? (
        <Loading />
      ) : (
        <code.ClientVisit
          view={view}
          media={media}
          enter={come}
          leave={props.onSignOut}
          mayTakeOver={session.identified || !mustIdentify}
          onIdentificationRequired={sendBack}
          onIdentify={() => {
            remember({ withoutIdentification: false });
            sendBack();
          }}
          onTurnedBack={turnBack}
          onEnded={props.onEnded}
          onTold={props.onTold}
          session={session}
          onAnswer={answerAbout}
          onTested={finishTest}
          onFullScreen={props.onFullScreen}
        />
      );
  }
}

import {
  isHeard,
  type DeviceCheck,
  type DoorSession,
  type IdentificationOutcome,
  type NotificationBody,
} from '@tapaamo/contracts';
import { useCallback, useEffect, useState } from 'react';
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
import { rememberedProgress, rememberProgress, type Remembered } from './remembered-progress.js';
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

/** The steps from the opened door to the waiting room. */
export function BehindTheDoor(props: BehindTheDoorProps) {
  const { session, view, outcome } = props;
  const { participantId } = session;
  const [remembered, setRemembered] = useState(() => rememberedProgress(participantId));
  const [testing, setTesting] = useState(false);
  const [returning, setReturning] = useState(false);
  const [sentBack, setSentBack] = useState(false);
  const [hasCome, setHasCome] = useState(false);
  const [media] = useState(() => new LocalMedia(remembered));
  const opened = useInstantPassed(view.opensAt);
  const code = useCode(loadVisit);
  useEffect(() => () => media.close(), [media]);

  const sendBack = useCallback(() => {
    setSentBack(true);
    setHasCome(false);
  }, []);
  const { onReload } = props;
  const turnBack = useCallback(() => {
    setReturning(false);
    onReload();
  }, [onReload]);
  const { onTold } = props;
  const answerAbout = useCallback(
    (id: string, agreed: boolean) => answerObserver(id, agreed).finally(onTold),
    [onTold],
  );
  const { withoutIdentification } = remembered;
  const come = useCallback(
    async (takeOver: boolean) => {
      const access = await enter(takeOver, withoutIdentification);
      setHasCome(true);
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
      // The visit does not hang on this: the professional only sees one line less.
      sendDeviceCheck(check).catch(() => undefined);
    }
  };
  const known = {
    ...session,
    ...(returning ? { admission: 'waiting' as const } : {}),
    // Who waits has their place: that an outage is over, or the professional's word taken back, sends nobody away.
    mayWaitUnidentified: session.mayWaitUnidentified || hasCome,
  };
  const step = doorStep(known, view, { ...remembered, testing }, opened);

  useEffect(() => {
    // No page without a picture keeps the camera's light on: not "you left", not "you are in good time".
    if (step === 'left' || step === 'too-early') {
      media.close();
    }
  }, [step, media]);

  switch (step === 'enter' && sentBack ? 'identify' : step) {
    case 'left':
      return (
        <LeftVisit
          view={view}
          onReturn={() => setReturning(true)}
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
      return <DeviceTest media={media} purgeDueAt={view.purgeDueAt} onDone={finishTest} />;
    case 'identify':
      return (
        <Identifying
          onReload={onReload}
          view={view}
          outcome={outcome}
          mayWait={session.mayWaitUnidentified}
          isAllowed={session.unidentifiedAllowed}
          onWithout={() => {
            setSentBack(false);
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
          onIdentificationRequired={sendBack}
          onTurnedBack={turnBack}
          onEnded={props.onEnded}
          onTold={props.onTold}
          session={session}
          onAnswer={answerAbout}
          onFullScreen={props.onFullScreen}
        />
      );
  }
}

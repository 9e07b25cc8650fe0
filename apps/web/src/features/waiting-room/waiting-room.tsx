import type { StandingReason } from '@tapaamo/contracts';
import type { ReactNode } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import type { LocalMedia } from '../../media/local-media.js';
import { now } from '../../time/clock.js';
import { formatMoment } from '../../time/format.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { LiveMessage, useAnnouncement } from '../../ui/live-message.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { PrivacyNoticeAgain } from '../door/index.js';
import { DeviceButton, SelfView, useDeviceSwitches, type MeetingState } from '../meeting/index.js';
import type { ClientView } from './client-visit.js';
import { DelayLine } from './delay-line.js';
import { WaitingLine } from './waiting-line.js';
import styles from './waiting-room.module.css';

interface WaitingRoomProps {
  view: ClientView;
  media: LocalMedia;
  line: MeetingState['line'];
  /** Why there is no way to the meeting just now. */
  heldUp: MeetingState['heldUp'];
  delay: MeetingState['delay'];
  /** Why they wait again. */
  because: MeetingState['because'];
  /** What the person is asked while they wait, or told of their part. */
  questions: ReactNode;
  /** Whether the person is seen and heard in the meeting; who only looks on needs no devices. */
  isHeard: boolean;
  /** Whether it may open by itself: not while the person may not come in. */
  isExpected: boolean;
  onTest: () => void;
  onLeave: () => void;
}

/** A calm place to wait: for whom, since when it was agreed, and that nothing more needs to be done. */
export function WaitingRoom(props: WaitingRoomProps) {
  const {
    view,
    media,
    line,
    heldUp,
    delay,
    because,
    questions,
    isHeard,
    isExpected,
    onTest,
    onLeave,
  } = props;
  const { t, language } = useTexts();
  const [announcement, announce] = useAnnouncement();
  return (
    <Stack surface="card" gap="l" testId="waiting-room">
      <LiveMessage message={announcement} />
      <Stack>
        <PageHeading>{t('waitingRoom.heading')}</PageHeading>
        <p className={styles.lead}>
          {t('waitingRoom.waitingFor', {
            name: view.inviter?.professionalName ?? t('roles.professional'),
          })}
        </p>
        {because === undefined && (
          <p>{t('waitingRoom.agreed', { time: formatMoment(view.startsAt, language, now()) })}</p>
        )}
        <WaitsAgain because={because} />
        <DelayLine delay={delay} />
        {isExpected && because === undefined && <p>{t('waitingRoom.automatic')}</p>}
        {view.inviter === null && <p>{t('waitingRoom.toldLater')}</p>}
        <WaitingLine line={line} heldUp={heldUp} />
      </Stack>
      {questions}
      {isHeard && <OwnDevices media={media} announce={announce} onTest={onTest} />}
      <DeletionDate purgeDueAt={view.purgeDueAt} />
      <div>
        <Button variant="secondaryNoBorder" onClick={onLeave} data-testid="leave-waiting-room">
          {t('waitingRoom.leave')}
        </Button>
      </div>
      <PrivacyNoticeAgain view={view} />
    </Stack>
  );
}

interface OwnDevicesProps {
  media: LocalMedia;
  announce: (text: string) => void;
  onTest: () => void;
}

/** How the person will be seen and heard, and the way to try it. */
function OwnDevices({ media, announce, onTest }: OwnDevicesProps) {
  const { t } = useTexts();
  const switches = useDeviceSwitches(media, announce);
  return (
    <Stack>
      <div className={styles.self}>
        <SelfView media={media} placed={false} />
        <div className={styles.switches}>
          <DeviceButton kind="microphone" shortcut="M" switches={switches} />
          <DeviceButton kind="camera" shortcut="C" switches={switches} />
        </div>
      </div>
      <div>
        <Button variant="secondary" onClick={onTest} data-testid="test-while-waiting">
          {t('door.testDevices')}
        </Button>
      </div>
    </Stack>
  );
}

/** Why who was in the meeting waits again, in kind words; read aloud in its turn. */
function WaitsAgain({ because }: { because: StandingReason | undefined }) {
  const { t } = useTexts();
  const isAgain = because === 'sent-back' || because === 'set-apart';
  return (
    <div role="status" data-testid="waits-again">
      {isAgain && (
        <Stack>
          <p className={styles.delay}>{t(`waitingRoom.because_${because}`)}</p>
          <p>{t('waitingRoom.becauseUnseen')}</p>
        </Stack>
      )}
    </div>
  );
}

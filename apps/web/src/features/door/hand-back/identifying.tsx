import { useEffect, useState } from 'react';
import { hasCode, isWorthAnotherTry } from '../../../api/api-problem.js';
import { useTexts } from '../../../i18n/index.js';
import { Badge } from '../../../ui/badge.js';
import { LiveMessage, useAnnouncement } from '../../../ui/live-message.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { pickUpIdentification } from '../door-requests.js';
import { Identify, type IdentifyProps } from '../identify.js';
import { ShowNumber } from './show-number.js';
import type { Progress } from './progress.js';
import { useNewsOfWaiting } from './use-news-of-waiting.js';
import { useProgress } from './use-progress.js';

/** How long it stands that identifying succeeded, before the next page comes by itself. */
const DONE_MS = 2_000;

/** After a line that was bad for a moment. */
const AGAIN_MS = 2_000;

interface IdentifyingProps extends Omit<IdentifyProps, 'underWay' | 'failure'> {
  /** Reads again where the session stands. Always the same function. */
  onReload: () => void;
}

/**
 * Identifying, in the browser where it begins. Should it come back in another one, this page shows the number that is to be
 * typed there, and goes on by itself once it was.
 */
export function Identifying({ onReload, ...identify }: IdentifyingProps) {
  const { t } = useTexts();
  const progress = useProgress(onReload);
  const [announcement, announce] = useAnnouncement();
  const { view, mayWait, isAllowed, onNews } = identify;
  useNewsOfWaiting(view.identificationLevel === 'required', onNews);
  useEffect(() => {
    if (mayWait) {
      announce(t(isAllowed ? 'identify.waitAllowed' : 'identify.waitUnidentifiedHint'));
    }
  }, [mayWait, isAllowed, announce, t]);
  const { isPickedUp, refusal } = usePickUp(progress.state === 'confirmed', onReload);
  const isLost = progress.state === 'lost';
  useEffect(() => {
    if (isLost) {
      // Nothing is under way any more: perhaps another tab of this browser came back.
      onReload();
    }
  }, [isLost, onReload]);
  useEffect(() => {
    if (!isPickedUp) {
      return undefined;
    }
    announce(t('handBack.doneText'));
    const timer = setTimeout(onReload, DONE_MS);
    return () => clearTimeout(timer);
  }, [isPickedUp, onReload, announce, t]);
  return (
    <>
      <LiveMessage message={announcement} />
      {isPickedUp ? (
        <Done />
      ) : progress.state === 'returned' ? (
        <ShowNumber number={progress.number} expiresAt={progress.expiresAt} />
      ) : (
        <Identify {...identify} {...afterPickUp(progress, refusal)} />
      )}
    </>
  );
}

function Done() {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId="identification-done">
      <PageHeading>{t('handBack.doneHeading')}</PageHeading>
      <p>
        <Badge mood="good">{t('handBack.doneText')}</Badge>
      </p>
    </Stack>
  );
}

/** What is told of an attempt whose verdict could not be fetched: it does not come by itself any more. */
function afterPickUp(
  progress: Progress,
  refusal: unknown,
): Pick<IdentifyProps, 'underWay' | 'failure'> {
  if (progress.state !== 'confirmed' || refusal === undefined) {
    return { underWay: progress.state };
  }
  // What is over needs no more words than that it was not finished.
  const isOver = hasCode(refusal, 'identification.hand-back-over');
  return { underWay: 'lost', ...(isOver ? {} : { failure: refusal }) };
}

/** Fetches what was confirmed. @returns Whether it is here, or why it does not come. */
function usePickUp(
  isConfirmed: boolean,
  onReload: () => void,
): { isPickedUp: boolean; refusal: unknown } {
  const [isPickedUp, setIsPickedUp] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pickUp = () =>
      pickUpIdentification().then(
        () => setIsPickedUp(true),
        (error: unknown) => {
          if (isWorthAnotherTry(error)) {
            timer = setTimeout(() => void pickUp(), AGAIN_MS);
          } else {
            // Another tab was faster, or the visit is over: the door says which, and else the page does.
            setRefusal(error);
            onReload();
          }
        },
      );
    if (isConfirmed) {
      void pickUp();
    }
    return () => clearTimeout(timer);
  }, [isConfirmed, onReload]);
  return { isPickedUp, refusal };
}

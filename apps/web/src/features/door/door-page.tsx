import type { Language } from '@tapaamo/contracts';
import { useEffect, useState } from 'react';
import { changeLanguage, useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageFrame } from '../../ui/page-frame.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { useAccent } from '../../ui/use-accent.js';
import { SilentTitles } from '../../ui/tab-title.js';
import { useCode } from '../../ui/use-code.js';
import { BehindTheDoor } from './behind-the-door.js';
import { ClosedDoor } from './closed-door.js';
import { chooseLanguage } from './door-requests.js';
import { isDiscreet, type Door, type OpenView } from './door-state.js';
import { identificationOutcome } from './identification-return.js';
import { KindAdvice } from './kind-advice.js';
import { QuickExitHint } from './quick-exit/quick-exit.js';
import { SignOutLink } from './sign-out.js';
import { SignedOut } from './signed-out.js';
import { useDoor, type DoorControl } from './use-door.js';
import { Welcome } from './welcome.js';

/** The client's way in, from the link to the meeting. One thing per page, one obvious button. */
export function DoorPage() {
  const control = useDoor();
  const { door } = control;
  const [bare, setBare] = useState(false);
  const view = 'view' in door && door.view.state === 'open' ? door.view : undefined;
  useOfferedLanguage(view?.languages);
  useFreshOnReturn();
  const onLanguage = (language: Language) => {
    if (door.at === 'inside') {
      // The page has changed already; the messages to the person follow when the server hears of it.
      chooseLanguage(language).catch(() => undefined);
    }
  };
  return (
    <PageFrame
      width={bare ? 'bare' : 'narrow'}
      {...useOwner(view)}
      navigation={isIdentified(door) && !bare && <SignOutLink onSignOut={control.signOut} />}
      languages={view?.languages}
      onLanguage={onLanguage}
      guide="/guide/client"
      foot={<QuickExitHint />}
    >
      <SilentTitles silent={isDiscreet(door)}>
        <DoorContent control={control} onFullScreen={setBare} />
      </SilentTitles>
    </PageFrame>
  );
}

interface DoorContentProps {
  control: DoorControl;
  onFullScreen: (full: boolean) => void;
}

function DoorContent({ control, onFullScreen }: DoorContentProps) {
  const { door, tryCode, open, reload, readNews, end, signOut } = control;
  const outcome = useOutcomeOfReturn();
  if (outcome === 'elsewhere') {
    // Whatever door this browser has is another matter.
    return (
      <SilentTitles silent>
        <ReturnedElsewhere />
      </SilentTitles>
    );
  }
  switch (door.at) {
    case 'loading':
      return <Loading />;
    case 'broken-link':
      return <KindAdvice of="brokenLink" />;
    case 'no-session':
      return <KindAdvice of="noSession" outcome={outcome} />;
    case 'session-over':
      return <KindAdvice of="sessionOver" />;
    case 'signed-out':
      return <SignedOut isKnownToProvider={door.isKnownToProvider} />;
    case 'code':
      return <CodePage onCode={tryCode} />;
    case 'failed':
      return <FailedDoor error={door.error} onRetry={reload} />;
    case 'closed':
      return (
        <ClosedDoor
          view={door.view}
          isIdentified={door.isIdentified}
          asksQuality={door.asksQuality}
          onSignOut={signOut}
        />
      );
    case 'welcome':
      return <Welcome view={door.view} onOpen={() => open(door.held)} />;
    case 'inside':
      return (
        <BehindTheDoor
          key={door.session.participantId}
          session={door.session}
          view={door.view}
          outcome={outcome}
          onReload={reload}
          onTold={readNews}
          onEnded={end}
          onFullScreen={onFullScreen}
          onSignOut={signOut}
        />
      );
  }
}

/** Most people come back where they began and never see it. */
function ReturnedElsewhere() {
  const code = useCode(loadHandBack);
  return code === undefined ? <Loading /> : <code.HandBackPage />;
}

function loadHandBack() {
  return import('./hand-back/hand-back-page.js');
}

/** Most people come by a link and never see it. */
function CodePage({ onCode }: { onCode: (code: string) => Promise<void> }) {
  const code = useCode(loadCodeEntry);
  return code === undefined ? <Loading /> : <code.CodeEntry onCode={onCode} />;
}

function loadCodeEntry() {
  return import('./code-entry.js');
}

function FailedDoor({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId="door-failed">
      <PageHeading>{t('door.failedHeading')}</PageHeading>
      <Failure error={error} onRetry={onRetry} />
    </Stack>
  );
}

/** Whether this browser has a session of somebody who identified, so that there is something to sign out of. */
function isIdentified(door: Door): boolean {
  return door.at === 'inside' ? door.session.identified : door.at === 'closed' && door.isIdentified;
}

/** A page that the browser kept whole and shows again, as by its back button, asks anew what it may show. */
function useFreshOnReturn(): void {
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) {
        location.reload();
      }
    };
    addEventListener('pageshow', onShow);
    return () => removeEventListener('pageshow', onShow);
  }, []);
}

/** Whose page it looks like; nobody's in particular while the inviter does not tell. */
function useOwner(view: OpenView | undefined): { owner?: string; logo?: string } {
  const { language } = useTexts();
  const inviter = view?.inviter;
  useAccent(inviter?.accentColour);
  return inviter === null || inviter === undefined
    ? {}
    : {
        owner: inviter.organisationName[language],
        ...(inviter.logo === null ? {} : { logo: inviter.logo }),
      };
}

/** The page speaks a language that the organisation offers; what the person chose elsewhere stays remembered. */
function useOfferedLanguage(offered: readonly Language[] | undefined): void {
  const { language } = useTexts();
  const fallback = offered?.includes(language) === false ? offered[0] : undefined;
  useEffect(() => {
    if (fallback !== undefined) {
      void changeLanguage(fallback, false);
    }
  }, [fallback]);
}

/**
 * Reads the outcome once and takes it out of the address bar, so that a reload does not tell old news. What waits for an
 * answer in this browser stays: a phone may load the page anew while the person looks at the other one.
 */
function useOutcomeOfReturn() {
  const [outcome] = useState(() => identificationOutcome(location.search));
  useEffect(() => {
    if (location.search !== '' && outcome !== 'elsewhere') {
      history.replaceState(null, '', `/v${location.hash}`);
    }
  }, [outcome]);
  return outcome;
}

import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime, formatDay } from '../../time/format.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { ContactLine } from './contact-line.js';
import type { ClosedView } from './door-state.js';
import { QualityQuestion } from './quality-question.js';
import { SignOutButton } from './sign-out.js';

interface ClosedDoorProps {
  view: ClosedView;
  /** Whether this browser has a session of somebody who identified. */
  isIdentified: boolean;
  /** Whether they are asked how the meeting went. */
  asksQuality: boolean;
  onSignOut: () => Promise<void>;
}

/** What the link answers when the visit is over: when the data goes, or when it went. */
export function ClosedDoor({ view, isIdentified, asksQuality, onSignOut }: ClosedDoorProps) {
  const { t, language } = useTexts();
  if (view.state === 'forgotten') {
    const day = formatDay(view.forgottenOn, language);
    return (
      <Stack surface="card" testId="forgotten-page">
        <PageHeading>{t('door.forgottenHeading', { day })}</PageHeading>
        <p>{t('door.forgottenText')}</p>
      </Stack>
    );
  }
  if (view.state === 'service-closed') {
    return <ClosedService view={view} />;
  }
  if (view.state === 'forgetting' || view.state === 'held') {
    const page = view.state === 'held' ? 'held-page' : 'forgetting-now-page';
    return (
      <Stack surface="card" testId={page}>
        <PageHeading>{t(`door.${view.state}Heading`)}</PageHeading>
        <p>{t(`door.${view.state}Text`)}</p>
      </Stack>
    );
  }
  return (
    <Stack surface="card" testId="ended-page">
      <PageHeading>{t(view.cancelled ? 'door.cancelledHeading' : 'door.endedHeading')}</PageHeading>
      <p>
        {t(view.cancelled ? 'door.cancelledAt' : 'door.endedAt', {
          time: formatDateAndTime(view.endedAt, language),
        })}
      </p>
      <p>
        <strong>
          {t('shared.dataGone', { time: formatDateAndTime(view.purgeDueAt, language) })}
        </strong>
      </p>
      <p>{t(isIdentified ? 'door.endedSignOut' : 'door.endedText')}</p>
      {isIdentified && <SignOutButton isIdentified variant="default" onSignOut={onSignOut} />}
      <QualityQuestion isAsked={asksQuality} />
    </Stack>
  );
}

/** The organisation is out of use: whom to call instead, and that the data goes all the same. */
function ClosedService({ view }: { view: Extract<ClosedView, { state: 'service-closed' }> }) {
  const { t, language } = useTexts();
  const { inviter } = view;
  const isReachable = inviter !== null && Boolean(inviter.contact.phone ?? inviter.contact.email);
  return (
    <Stack surface="card" testId="service-closed-page">
      <PageHeading>{t('door.serviceClosedHeading')}</PageHeading>
      <p>
        {inviter === null
          ? t('door.serviceClosedDiscreetly')
          : t('door.serviceClosedText', { organisation: inviter.organisationName[language] })}
      </p>
      {isReachable ? (
        <ContactLine label={t('door.serviceClosedContact')} contact={inviter.contact} />
      ) : (
        <p>{t('door.serviceClosedAsk')}</p>
      )}
      <p>
        <strong>
          {t('shared.dataGone', { time: formatDateAndTime(view.purgeDueAt, language) })}
        </strong>
      </p>
    </Stack>
  );
}

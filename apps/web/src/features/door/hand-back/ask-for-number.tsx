import type { BrowserFamily, HandBack, SystemFamily } from '@tapaamo/contracts';
import { useRef, useState } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import { hasCode } from '../../../api/api-problem.js';
import { problemText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import { formatTime } from '../../../time/format.js';
import { Notice } from '../../../ui/notice.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { confirmHandBack, refuseHandBack } from './hand-back-requests.js';

/** Names that are the same in every language. */
const BROWSERS: Partial<Record<BrowserFamily, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
};

const SYSTEMS: Partial<Record<SystemFamily, string>> = {
  windows: 'Windows',
  macos: 'Mac',
  linux: 'Linux',
};

/** Codes after which nothing here can be confirmed any more. */
const OVER = [
  'identification.hand-back-over',
  'identification.locked',
  'vault.sealed',
  'visit.ended',
  'door.service-closed',
  'door.session-required',
  'door.not-open-yet',
] as const;

interface AskForNumberProps {
  handBack: HandBack;
  onConfirmed: (number: string) => void;
  onRefused: () => void;
  onWrong: () => void;
  onOver: (error: unknown) => void;
}

/**
 * Asks for the number that stands on the page where it began. The warning and the no come first: who got here by somebody
 * else's link must meet them before the field. What explains stands after it, so that the field is seen on a phone.
 */
export function AskForNumber(props: AskForNumberProps) {
  const { handBack } = props;
  const { t, language } = useTexts();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const answer = (asked: Promise<void>, then: () => void) => {
    setIsBusy(true);
    setFailure(undefined);
    asked.then(then, (error: unknown) => {
      setIsBusy(false);
      if (hasCode(error, 'identification.number-wrong')) {
        props.onWrong();
      } else if (OVER.some((code) => hasCode(error, code))) {
        props.onOver(error);
      } else {
        setFailure(problemText(error, language));
      }
    });
  };
  return (
    <Stack surface="card" testId="hand-back-page">
      <Beginning handBack={handBack} />
      <Notice status="warning" label={t('handBack.warningHeading')} testId="hand-back-warning">
        {t('handBack.warning')}
      </Notice>
      <Button
        variant="secondary"
        fullWidth
        aria-disabled={isBusy}
        onClick={() => !isBusy && answer(refuseHandBack(), props.onRefused)}
        data-testid="hand-back-refuse"
      >
        {t('handBack.refuse')}
      </Button>
      <NumberForm
        isBusy={isBusy}
        onNumber={(number) => answer(confirmHandBack(number), () => props.onConfirmed(number))}
      />
      {failure !== undefined && <Notice status="error">{failure}</Notice>}
      <p>{t('handBack.until', { time: formatTime(handBack.expiresAt, language) })}</p>
      <p>{t('handBack.how')}</p>
      <p>{t('handBack.why')}</p>
    </Stack>
  );
}

/** When, where and for whom it began: what somebody can know again who began it themselves. */
function Beginning({ handBack }: { handBack: HandBack }) {
  const { t, language } = useTexts();
  const { begunAt, begunOn, organisationName } = handBack;
  const system = SYSTEMS[begunOn.system] ?? t(`handBack.${systemKey(begunOn.system)}`);
  return (
    <Stack>
      <PageHeading>{t('handBack.heading')}</PageHeading>
      <p data-testid="hand-back-begun">
        <strong>
          {t('handBack.begun', {
            time: formatTime(begunAt, language),
            browser: BROWSERS[begunOn.browser] ?? t('handBack.otherBrowser'),
            system,
          })}
        </strong>
        {organisationName !== null &&
          ` ${t('handBack.invites', { organisation: organisationName[language] })}`}
      </p>
    </Stack>
  );
}

function systemKey(system: SystemFamily): 'android' | 'ios' | 'otherSystem' {
  return system === 'android' || system === 'ios' ? system : 'otherSystem';
}

interface NumberFormProps {
  isBusy: boolean;
  onNumber: (number: string) => void;
}

function NumberForm({ isBusy, onNumber }: NumberFormProps) {
  const { t } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const submit = () => {
    const typed = number.trim();
    setIsMissing(!/^\d\d$/.test(typed));
    if (/^\d\d$/.test(typed)) {
      onNumber(typed);
    } else {
      field.current?.focus();
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) {
          submit();
        }
      }}
    >
      <Stack>
        <TextInput
          ref={field}
          id="match-number"
          name="match-number"
          labelText={t('handBack.number')}
          hintText={t('handBack.numberHint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={number}
          onChange={(value) => setNumber(String(value ?? ''))}
          status={isMissing ? 'error' : 'default'}
          statusText={isMissing ? t('handBack.numberMissing') : ''}
          data-testid="match-number"
        />
        <Button type="submit" fullWidth aria-disabled={isBusy} data-testid="hand-back-confirm">
          {t('handBack.confirm')}
        </Button>
      </Stack>
    </form>
  );
}

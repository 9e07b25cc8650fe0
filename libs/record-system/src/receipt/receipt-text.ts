import { TIME_ZONE } from '@tapaamo/common';
import type { Language, Receipt } from '@tapaamo/contracts';
import { RECEIPT_WORDS } from './receipt-words.js';

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/**
 * A receipt for a professional to copy into the client's record.
 *
 * @param clientName - Null when it cannot be opened: then it is not told.
 */
export function receiptText(
  receipt: Receipt,
  language: Language,
  clientName: string | null,
): string {
  const words = RECEIPT_WORDS[language];
  const [from, until] = [receipt.bookedFrom, receipt.bookedUntil];
  const time = timeOf(language, dayOf(from, language));
  const { metFrom, metUntil } = receipt;
  const lines: (readonly [string, string | null])[] = [
    [words.service, receipt.serviceName[language]],
    [words.client, clientName],
    [words.reference, receipt.recordReference],
    [words.booked, `${time(from)}–${time(until, { isBare: true })}`],
    [words.arrived, told(time, receipt.arrivedAt)],
    [words.letIn, told(time, receipt.letInAt)],
    [
      words.met,
      metFrom === null || metUntil === null
        ? null
        : `${time(metFrom)}–${time(metUntil, { isBare: true })}`,
    ],
    [words.ended, time(receipt.endedAt)],
    [words.roles, rolesOf(receipt, language)],
    [words.identification, identificationOf(receipt, language)],
    [words.outcome, outcomeOf(receipt, language)],
    [words.first, firstOutcomeOf(receipt, language)],
    [words.corrected, correctionOf(receipt, language, time)],
  ];
  const said = lines.flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`));
  return [`${words.title} ${dayOf(from, language)}`, ...said].join('\n');
}

type Time = (instant: string, how?: { isBare: boolean }) => string;

/** Times of day, with the day where it is another than the heading's. */
function timeOf(language: Language, headed: string): Time {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: TIME_ZONE,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (instant, { isBare } = { isBare: false }) => {
    const time = format.format(new Date(instant));
    const day = dayOf(instant, language);
    const at = `${RECEIPT_WORDS[language].at} ${time}`;
    if (day !== headed) {
      return `${day} ${at}`;
    }
    return isBare ? time : at;
  };
}

function told(time: Time, instant: string | null): string | null {
  return instant === null ? null : time(instant);
}

function dayOf(instant: string, language: Language): string {
  const parts = { timeZone: TIME_ZONE, day: 'numeric', month: 'numeric', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], parts).format(new Date(instant));
}

/** Of a visit that was held before it was kept who came, nothing is told of it. */
function rolesOf({ participants, outcome }: Receipt, language: Language): string | null {
  const words = RECEIPT_WORDS[language];
  if (participants.length === 0) {
    return outcome === 'fulfilled' ? null : words.nobody;
  }
  return participants.map(({ role }) => words.role[role]).join(', ');
}

function identificationOf(receipt: Receipt, language: Language): string {
  const words = RECEIPT_WORDS[language];
  const { identification, identificationLevel } = receipt;
  if (identification === null) {
    return identificationLevel === 'off' ? words.notAsked : words.notIdentified;
  }
  const { result, basis, assurance, method } = identification;
  const isSure = result === 'same-person' && basis === 'identity-code';
  return [
    isSure ? words.sameCode : words.result[result],
    words.assurance[assurance],
    words.method[method],
  ].join(', ');
}

function outcomeOf({ outcome, cancelReason }: Receipt, language: Language): string {
  const words = RECEIPT_WORDS[language];
  const isCalledOff = outcome === 'cancelled' && cancelReason !== null;
  return `${words.outcomes[outcome]}${isCalledOff ? ` (${words.reason[cancelReason]})` : ''}`;
}

/** What was recorded before it was corrected, as it was recorded. */
function firstOutcomeOf(receipt: Receipt, language: Language): string | null {
  const { correction } = receipt;
  return correction === null
    ? null
    : outcomeOf({ ...receipt, outcome: correction.firstOutcome }, language);
}

/** When an outcome was corrected, by whom and why; nobody's name. */
function correctionOf({ correction }: Receipt, language: Language, time: Time): string | null {
  if (correction === null) {
    return null;
  }
  const words = RECEIPT_WORDS[language];
  const { correctedAt, by, reason } = correction;
  return [time(correctedAt), words.corrector[by], words.correction[reason]].join(', ');
}

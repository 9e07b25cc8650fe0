import {
  composeMessage,
  placeholdersOf,
  textMessageLength,
  type LocalisedText,
  type MessageTextPlace,
} from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { now } from '../../../time/clock.js';
import { Stack } from '../../../ui/stack.js';
import styles from './messages.module.css';
import type { MessageTextValues } from './message-text-values.js';

const DAY_MS = 86_400_000;

/** As long as a real one: a link of an installation, with its secret. */
const EXAMPLE_SECRET = 'esimerkki-esimerkki-esimerkki-esimerkki-123';

interface MessagePreviewProps {
  place: MessageTextPlace;
  values: MessageTextValues;
  /** Name of the organisation. */
  inviter: LocalisedText;
}

/** The message as a receiver would get it, with an example's time and link, and how long a text message is. */
export function MessagePreview({ place, values, inviter }: MessagePreviewProps) {
  const { t } = useTexts();
  const { kind, channel, language } = place;
  const hasLink = placeholdersOf(kind).allowed.includes('link');
  const { subject, text } = composeMessage(
    channel,
    {
      kind,
      inviter,
      languages: [language],
      startsAt: new Date(now() + 7 * DAY_MS),
      oldStartsAt: kind === 'change' ? new Date(now() + 5 * DAY_MS) : null,
      forgottenAt: new Date(now() + 37 * DAY_MS),
      link: hasLink ? `${window.location.origin}/v#${EXAMPLE_SECRET}` : null,
    },
    new Map([[language, { ...values, subject: channel === 'email' ? values.subject : null }]]),
  );
  return (
    <Stack gap="s">
      <h2>{t('messageTexts.preview')}</h2>
      <div className={styles.preview} lang={language} data-testid="message-preview">
        {subject !== '' && <p className={styles.subject}>{subject}</p>}
        <p className={styles.text}>{text}</p>
      </div>
      {channel === 'sms' && <Length text={text} />}
    </Stack>
  );
}

/** Length of a text message, and which letters make it longer. */
function Length({ text }: { text: string }) {
  const { t } = useTexts();
  const { alphabet, places, parts, left, foreign } = textMessageLength(text);
  return (
    <p data-testid="message-length">
      {t('messageTexts.length', { places, parts, left })}
      {alphabet === 'ucs2' && (
        <span> {t('messageTexts.foreign', { letters: foreign.slice(0, 10).join(' ') })}</span>
      )}
    </p>
  );
}

import {
  composeMessage,
  placeholdersOf,
  textMessageLength,
  type Language,
  type LocalisedText,
  type MessageTextPlace,
  type OwnTexts,
} from '@tapaamo/contracts';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/index.js';
import { now } from '../../../time/clock.js';
import { Stack } from '../../../ui/stack.js';
import styles from './messages.module.css';

const DAY_MS = 86_400_000;

/** As long as a real one: a link of an installation, with its secret. */
const EXAMPLE_SECRET = 'esimerkki-esimerkki-esimerkki-esimerkki-123';

interface MessagePreviewProps {
  place: MessageTextPlace;
  /** The organisation's own texts of this kind and way, what is being written among them. */
  own: OwnTexts;
  /** Name of the organisation. */
  inviter: LocalisedText;
  /** Languages of the organisation, all of which go to who has chosen none. */
  languages: readonly Language[];
}

/**
 * The message as a receiver would get it, with an example's time and link: who has chosen the language, and who gets all
 * languages of the organisation in one message. A text message also says how long it is.
 */
export function MessagePreview({ place, own, inviter, languages }: MessagePreviewProps) {
  const { t } = useTexts();
  const { kind, channel, language } = place;
  const hasLink = placeholdersOf(kind).allowed.includes('link');
  const exampleIn = (told: readonly Language[]) =>
    composeMessage(
      channel,
      {
        kind,
        inviter,
        languages: told,
        startsAt: new Date(now() + 7 * DAY_MS),
        oldStartsAt: kind === 'change' ? new Date(now() + 5 * DAY_MS) : null,
        forgottenAt: new Date(now() + 37 * DAY_MS),
        link: hasLink ? `${window.location.origin}/v#${EXAMPLE_SECRET}` : null,
      },
      own,
    );
  const isSeveral = languages.length > 1;
  const isText = channel === 'sms';
  return (
    <Stack>
      <h2>{t('messageTexts.preview')}</h2>
      <Stack gap="s">
        {isSeveral && <h3>{t(`messageTexts.previewIn_${language}`)}</h3>}
        <Message message={exampleIn([language])} language={language} testId="message-preview" />
        {isText && <Length text={exampleIn([language]).text} testId="message-length" />}
      </Stack>
      {isSeveral && (
        <Stack gap="s">
          <h3>{t('messageTexts.previewInAll')}</h3>
          <Message message={exampleIn(languages)} testId="message-preview-all" />
          {isText && <Length text={exampleIn(languages).text} testId="message-length-all" />}
        </Stack>
      )}
    </Stack>
  );
}

interface MessageProps {
  message: ReturnType<typeof composeMessage>;
  language?: Language;
  testId: string;
}

function Message({ message: { subject, text }, language, testId }: MessageProps): ReactNode {
  return (
    <div className={styles.preview} lang={language} data-testid={testId}>
      {subject !== '' && <p className={styles.subject}>{subject}</p>}
      <p className={styles.text}>{text}</p>
    </div>
  );
}

/** Length of a text message, and which letters make it longer. */
function Length({ text, testId }: { text: string; testId: string }) {
  const { t } = useTexts();
  const { alphabet, places, parts, left, foreign } = textMessageLength(text);
  return (
    <p data-testid={testId}>
      {t('messageTexts.length', { places, parts, left })}
      {alphabet === 'ucs2' && (
        <span> {t('messageTexts.foreign', { letters: foreign.slice(0, 10).join(' ') })}</span>
      )}
    </p>
  );
}

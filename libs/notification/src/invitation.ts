import { TIME_ZONE } from '@tapaamo/common';
import { LANGUAGES, type Language, type LocalisedText } from '@tapaamo/contracts';
import type { MessageContent } from './outbox.service.js';

/** Who invites, and the names under which their messages come; null is the installation's own. */
export interface Inviter {
  name: LocalisedText;
  smsSender: string | null;
  mailSender: string | null;
}

/** What an invitation says. It names neither the client nor the service: the message may be seen by others. */
export interface Invitation {
  /** Null for a discreet service, whose messages do not tell who invites. */
  inviter: Inviter | null;
  /** Languages of the message. */
  languages: readonly Language[];
  startsAt: Date;
  /** The participant's own link. */
  link: string;
}

const SENTENCES: Record<
  Language,
  { heading: string; about: (what: string) => string; how: string }
> = {
  fi: {
    heading: 'Etätapaaminen',
    about: (what) => `Sinulle on varattu etätapaaminen: ${what}.`,
    how: 'Liity linkistä. Kokeile kameraa ja mikrofonia jo etukäteen. Et tarvitse sovellusta etkä tunnuksia.',
  },
  sv: {
    heading: 'Distansmöte',
    about: (what) => `Ett distansmöte har bokats åt dig: ${what}.`,
    how: 'Anslut via länken. Prova kameran och mikrofonen redan i förväg. Du behöver ingen app och inget konto.',
  },
  en: {
    heading: 'Remote appointment',
    about: (what) => `A remote appointment has been booked for you: ${what}.`,
    how: 'Join from the link. You can try your camera and microphone beforehand. You need no app and no account.',
  },
};

/** Senders that tell of nobody. */
const NEUTRAL = { sms: 'Tapaaminen', mail: 'Etätapaaminen – Distansmöte' } as const;

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const SHORT: Record<Language, string> = {
  fi: 'Etätapaaminen',
  sv: 'Distansmöte',
  en: 'Remote appointment',
};

/** The e-mail: in each language of the organisation, because the booking does not ask for the client's, and one link. */
export function invitationMail(invitation: Invitation): Omit<MessageContent, 'to'> {
  const languages = inOrder(invitation.languages);
  const parts = languages.map((language) => {
    const { about, how } = SENTENCES[language];
    const when = longTime(invitation.startsAt, language);
    const who = invitation.inviter?.name[language];
    return `${about(who === undefined ? when : `${who}, ${when}`)}\n${how}`;
  });
  return {
    sender: invitation.inviter === null ? NEUTRAL.mail : invitation.inviter.mailSender,
    subject: languages.map((language) => SHORT[language]).join(' – '),
    text: `${invitation.link}\n\n${parts.join('\n\n')}\n`,
  };
}

/** The text message: as short as its languages allow, and one link. */
export function invitationSms(invitation: Invitation): Omit<MessageContent, 'to'> {
  const languages = inOrder(invitation.languages);
  const when = invitation.startsAt.toLocaleString('fi-FI', {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const names = languages.flatMap((language) => invitation.inviter?.name[language] ?? []);
  const about = names.length === 0 ? when : `${when}, ${[...new Set(names)].join(' / ')}`;
  return {
    sender: invitation.inviter === null ? NEUTRAL.sms : invitation.inviter.smsSender,
    subject: '',
    text: `${languages.map((language) => SHORT[language]).join(' / ')}\n${about}\n${invitation.link}`,
  };
}

function inOrder(languages: readonly Language[]): Language[] {
  return LANGUAGES.filter((language) => languages.includes(language));
}

/** The month as a word where numbers would leave open which is the day (English: 02/07) or read oddly (Swedish). */
function longTime(instant: Date, language: Language): string {
  return instant.toLocaleString(LOCALES[language], {
    timeZone: TIME_ZONE,
    weekday: 'long',
    day: 'numeric',
    month: language === 'fi' ? 'numeric' : 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

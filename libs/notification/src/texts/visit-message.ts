import { TIME_ZONE } from '@tapaamo/common';
import { LANGUAGES, type Language, type LocalisedText, type MessageKind } from '@tapaamo/contracts';
import type { MessageContent } from '../outbox.service.js';

/** Who invites, and the names under which their messages come; null is the installation's own. */
export interface Inviter {
  name: LocalisedText;
  smsSender: string | null;
  mailSender: string | null;
}

/** What a message about a visit says. It names neither the client nor the service: others may see it. */
export interface VisitMessage {
  kind: MessageKind;
  /** Null for a discreet service, whose messages do not tell who invites. */
  inviter: Inviter | null;
  /** Languages of the message. */
  languages: readonly Language[];
  startsAt: Date;
  /** The participant's own link. A cancellation has none: it leads nowhere any more. */
  link: string | null;
}

interface Sentences {
  /** Subject, and first line of a text message. */
  heading: string;
  about: (what: string) => string;
  how: string;
}

const SENTENCES: Record<MessageKind, Record<Language, Sentences>> = {
  invitation: {
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
  },
  change: {
    fi: {
      heading: 'Etätapaamisen uusi aika',
      about: (what) => `Etätapaamisesi aika on muuttunut. Uusi aika: ${what}.`,
      how: 'Liity linkistä uutena aikana.',
    },
    sv: {
      heading: 'Ny tid för distansmötet',
      about: (what) => `Tiden för ditt distansmöte har ändrats. Ny tid: ${what}.`,
      how: 'Anslut via länken den nya tiden.',
    },
    en: {
      heading: 'New time for your remote appointment',
      about: (what) => `The time of your remote appointment has changed. New time: ${what}.`,
      how: 'Join from the link at the new time.',
    },
  },
  reminder: {
    fi: {
      heading: 'Muistutus etätapaamisesta',
      about: (what) => `Etätapaamisesi on ${what}.`,
      how: 'Liity linkistä.',
    },
    sv: {
      heading: 'Påminnelse om distansmötet',
      about: (what) => `Ditt distansmöte är ${what}.`,
      how: 'Anslut via länken.',
    },
    en: {
      heading: 'Reminder of your remote appointment',
      about: (what) => `Your remote appointment is ${what}.`,
      how: 'Join from the link.',
    },
  },
  'come-in': {
    fi: {
      heading: 'Voit tulla etätapaamiseen nyt',
      about: (what) => `Sinua odotetaan etätapaamisessa: ${what}.`,
      how: 'Liity linkistä.',
    },
    sv: {
      heading: 'Du kan komma till distansmötet nu',
      about: (what) => `Man väntar på dig i distansmötet: ${what}.`,
      how: 'Anslut via länken.',
    },
    en: {
      heading: 'You can come to the remote appointment now',
      about: (what) => `You are expected in the remote appointment: ${what}.`,
      how: 'Join from the link.',
    },
  },
  cancellation: {
    fi: {
      heading: 'Etätapaaminen on peruttu',
      about: (what) => `Etätapaamisesi on peruttu: ${what}.`,
      how: 'Sinun ei tarvitse tehdä mitään.',
    },
    sv: {
      heading: 'Distansmötet är avbokat',
      about: (what) => `Ditt distansmöte har avbokats: ${what}.`,
      how: 'Du behöver inte göra någonting.',
    },
    en: {
      heading: 'Remote appointment cancelled',
      about: (what) => `Your remote appointment has been cancelled: ${what}.`,
      how: 'You do not need to do anything.',
    },
  },
};

/** Senders that tell of nobody. */
const NEUTRAL = { sms: 'Tapaaminen', mail: 'Etätapaaminen – Distansmöte' } as const;

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
/** The e-mail: in each of its languages, and one link. */
export function visitMail(message: VisitMessage): Omit<MessageContent, 'to'> {
  const languages = inOrder(message.languages);
  const sentences = SENTENCES[message.kind];
  const parts = languages.map((language) => {
    const { about, how } = sentences[language];
    const when = longTime(message.startsAt, language);
    const who = message.inviter?.name[language];
    return `${about(who === undefined ? when : `${who}, ${when}`)}\n${how}`;
  });
  return {
    sender: message.inviter === null ? NEUTRAL.mail : message.inviter.mailSender,
    subject: languages.map((language) => sentences[language].heading).join(' – '),
    text: `${[...(message.link === null ? [] : [message.link]), ...parts].join('\n\n')}\n`,
  };
}

/** The text message: as short as its languages allow, and one link. */
export function visitSms(message: VisitMessage): Omit<MessageContent, 'to'> {
  const languages = inOrder(message.languages);
  const when = message.startsAt.toLocaleString('fi-FI', {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const names = languages.flatMap((language) => message.inviter?.name[language] ?? []);
  const about = names.length === 0 ? when : `${when}, ${[...new Set(names)].join(' / ')}`;
  const heading = languages.map((language) => SENTENCES[message.kind][language].heading);
  return {
    sender: message.inviter === null ? NEUTRAL.sms : message.inviter.smsSender,
    subject: '',
    text: [heading.join(' / '), about, ...(message.link === null ? [] : [message.link])].join('\n'),
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

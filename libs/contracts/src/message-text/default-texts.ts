import type { Language } from '../language.js';
import type { MessageKind } from '../words.js';
import { bringsLink, type MessageText, type MessageTextPlace } from './message-text.js';

/** How our own texts of one kind are put together. */
export interface Sentences {
  /** Subject, and first line of a text message. */
  heading: string;
  /** What is told; an e-mail has it in whole sentences. */
  about: string;
  /** What there is to do. */
  how: string;
}

/** Our own texts, by kind and language. */
export const SENTENCES: Record<MessageKind, Record<Language, Sentences>> = {
  invitation: {
    fi: {
      heading: 'Etätapaaminen',
      about: 'Sinulle on varattu etätapaaminen: {time}.',
      how: 'Liity linkistä. Kokeile kameraa ja mikrofonia jo etukäteen. Sovellusta tai käyttäjätunnusta et tarvitse. Pidä pankkitunnukset tai mobiilivarmenne valmiina, jos sinua pyydetään tunnistautumaan.',
    },
    sv: {
      heading: 'Distansmöte',
      about: 'Ett distansmöte har bokats åt dig: {time}.',
      how: 'Anslut via länken. Prova kameran och mikrofonen redan i förväg. Du behöver ingen app och inget konto. Ha bankkoder eller mobilcertifikat till hands om du ombeds identifiera dig.',
    },
    en: {
      heading: 'Remote appointment',
      about: 'A remote appointment has been booked for you: {time}.',
      how: 'Join from the link. You can try your camera and microphone beforehand. You need no app and no account. Keep your bank codes or mobile certificate at hand in case you are asked to identify yourself.',
    },
  },
  change: {
    fi: {
      heading: 'Etätapaamisen uusi aika',
      about:
        'Etätapaamisesi aika on muuttunut.\nUusi aika: {time}.\nAiempi aika ({oldTime}) ei ole enää voimassa.',
      how: 'Liity linkistä uutena aikana.',
    },
    sv: {
      heading: 'Ny tid för distansmötet',
      about:
        'Tiden för ditt distansmöte har ändrats.\nNy tid: {time}.\nDen tidigare tiden ({oldTime}) gäller inte längre.',
      how: 'Anslut via länken den nya tiden.',
    },
    en: {
      heading: 'New time for your remote appointment',
      about:
        'The time of your remote appointment has changed.\nNew time: {time}.\nThe earlier time ({oldTime}) is no longer valid.',
      how: 'Join from the link at the new time.',
    },
  },
  reminder: {
    fi: {
      heading: 'Muistutus etätapaamisesta',
      about: 'Etätapaamisesi on {time}.',
      how: 'Liity linkistä.',
    },
    sv: {
      heading: 'Påminnelse om distansmötet',
      about: 'Ditt distansmöte är {time}.',
      how: 'Anslut via länken.',
    },
    en: {
      heading: 'Reminder of your remote appointment',
      about: 'Your remote appointment is on {time}.',
      how: 'Join from the link.',
    },
  },
  'come-in': {
    fi: {
      heading: 'Voit tulla etätapaamiseen nyt',
      about: 'Sinua odotetaan etätapaamisessa: {time}.',
      how: 'Liity linkistä.',
    },
    sv: {
      heading: 'Du kan komma till distansmötet nu',
      about: 'Man väntar på dig i distansmötet: {time}.',
      how: 'Anslut via länken.',
    },
    en: {
      heading: 'You can come to the remote appointment now',
      about: 'You are expected in the remote appointment: {time}.',
      how: 'Join from the link.',
    },
  },
  cancellation: {
    fi: {
      heading: 'Etätapaaminen on peruttu',
      about: 'Etätapaamisesi on peruttu: {time}.',
      how: 'Sinun ei tarvitse tehdä mitään.',
    },
    sv: {
      heading: 'Distansmötet är avbokat',
      about: 'Ditt distansmöte har avbokats: {time}.',
      how: 'Du behöver inte göra någonting.',
    },
    en: {
      heading: 'Remote appointment cancelled',
      about: 'Your remote appointment has been cancelled: {time}.',
      how: 'You do not need to do anything.',
    },
  },
  removal: {
    fi: {
      heading: 'Et enää osallistu etätapaamiseen',
      about: 'Sinua ei enää odoteta etätapaamiseen: {time}.',
      how: 'Linkkisi ei enää toimi. Sinun ei tarvitse tehdä mitään.',
    },
    sv: {
      heading: 'Du deltar inte längre i distansmötet',
      about: 'Du väntas inte längre till distansmötet: {time}.',
      how: 'Din länk fungerar inte längre. Du behöver inte göra någonting.',
    },
    en: {
      heading: 'You no longer take part in the remote appointment',
      about: 'You are no longer expected at the remote appointment: {time}.',
      how: 'Your link does not work any more. You do not need to do anything.',
    },
  },
};

const INVITED_BY: Record<Language, string> = {
  fi: 'Kutsuja: {inviter}.',
  sv: 'Inbjudan kommer från: {inviter}.',
  en: 'You are invited by: {inviter}.',
};

/** What a text message says of the time that it was before. */
const OLD_TIME: Record<Language, string> = {
  fi: 'Aiempi aika {oldTime} ei ole enää voimassa.',
  sv: 'Den tidigare tiden {oldTime} gäller inte längre.',
  en: 'The earlier time {oldTime} is no longer valid.',
};

/** What a text of ours leaves out, because it must not be told or is not known. */
export interface LeftOut {
  inviter?: boolean;
  oldTime?: boolean;
}

/**
 * Tapaamo's own text in one language. It holds for every organisation that did not write its own, and for discreet services
 * always.
 */
export function defaultMessageText(
  { kind, channel, language }: MessageTextPlace,
  leftOut: LeftOut = {},
): MessageText {
  const sentences = SENTENCES[kind][language];
  const hasLink = bringsLink(kind);
  if (channel === 'sms') {
    const oldTime = kind === 'change' && leftOut.oldTime !== true ? [OLD_TIME[language]] : [];
    const when = leftOut.inviter === true ? '{time}' : '{time}, {inviter}';
    const lines = [sentences.heading, when, ...oldTime, ...(hasLink ? ['{link}'] : [])];
    return { subject: null, body: lines.join('\n') };
  }
  const about = sentences.about
    .split('\n')
    .filter((line) => leftOut.oldTime !== true || !line.includes('{oldTime}'));
  const inviter = leftOut.inviter === true ? [] : [INVITED_BY[language]];
  const told = [...about, ...inviter, sentences.how].join('\n');
  return { subject: sentences.heading, body: hasLink ? `{link}\n\n${told}` : told };
}

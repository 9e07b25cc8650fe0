import { TIME_ZONE } from '@tapaamo/common';
import type { Language, LocalisedText } from '@tapaamo/contracts';

/** What an invitation says. It names neither the client nor the service: the message may be seen by others. */
export interface Invitation {
  organisationName: LocalisedText;
  startsAt: Date;
  /** The participant's own link. */
  link: string;
}

const SENTENCES: Record<
  Language,
  { heading: string; about: (who: string, when: string) => string; how: string }
> = {
  fi: {
    heading: 'Etätapaaminen',
    about: (who, when) => `Sinulle on varattu etätapaaminen: ${who}, ${when}.`,
    how: 'Liity linkistä. Kokeile kameraa ja mikrofonia jo etukäteen. Et tarvitse sovellusta etkä tunnuksia.',
  },
  sv: {
    heading: 'Distansmöte',
    about: (who, when) => `Ett distansmöte har bokats åt dig: ${who}, ${when}.`,
    how: 'Anslut via länken. Prova kameran och mikrofonen redan i förväg. Du behöver ingen app och inget konto.',
  },
  en: {
    heading: 'Remote appointment',
    about: (who, when) => `A remote appointment has been booked for you: ${who}, ${when}.`,
    how: 'Join from the link. You can try your camera and microphone beforehand. You need no app and no account.',
  },
};

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const SHORT: Record<Language, string> = {
  fi: 'Etätapaaminen',
  sv: 'Distansmöte',
  en: 'Remote appointment',
};

/** The e-mail: three languages, because the booking does not ask for the client's, and one link. */
export function invitationMail(invitation: Invitation): { subject: string; text: string } {
  const languages = Object.keys(SENTENCES) as Language[];
  const parts = languages.map((language) => {
    const { about, how } = SENTENCES[language];
    return `${about(invitation.organisationName[language], longTime(invitation.startsAt, language))}\n${how}`;
  });
  return {
    subject: `${SHORT.fi} – ${SHORT.sv} – ${SHORT.en}`,
    text: `${invitation.link}\n\n${parts.join('\n\n')}\n`,
  };
}

/** The text message: as short as three languages allow, and one link. */
export function invitationSms(invitation: Invitation): { text: string } {
  const when = invitation.startsAt.toLocaleString('fi-FI', {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const names = [...new Set(Object.values(invitation.organisationName))].join(' / ');
  return { text: `${SHORT.fi} / ${SHORT.sv} / ${SHORT.en}\n${when}, ${names}\n${invitation.link}` };
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

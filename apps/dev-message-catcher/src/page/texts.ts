import type { Language } from '@tapaamo/contracts';

/** Texts of the page. */
export interface Texts {
  title: string;
  notice: string;
  empty: string;
  emptyHint: string;
  clear: string;
  sms: string;
  email: string;
  to: string;
  arrived: string;
  lost: string;
}

/** Texts by language. */
export const TEXTS: Record<Language, Texts> = {
  fi: {
    title: 'Viestit',
    notice:
      'Tänne tulevat kehityskäytössä kaikki tekstiviestit ja sähköpostit. Mitään ei lähetetä eteenpäin.',
    empty: 'Ei vielä viestejä',
    emptyHint: 'Varaa tapaaminen, niin kutsu ilmestyy tähän itsestään.',
    clear: 'Tyhjennä',
    sms: 'Tekstiviesti',
    email: 'Sähköposti',
    to: 'Vastaanottaja',
    arrived: 'Uusi viesti saapui.',
    lost: 'Yhteys katkesi. Yritetään uudelleen.',
  },
  sv: {
    title: 'Meddelanden',
    notice: 'Hit kommer alla sms och all e-post under utvecklingen. Ingenting skickas vidare.',
    empty: 'Inga meddelanden ännu',
    emptyHint: 'Boka ett möte, så dyker inbjudan upp här av sig själv.',
    clear: 'Töm',
    sms: 'Sms',
    email: 'E-post',
    to: 'Mottagare',
    arrived: 'Ett nytt meddelande har kommit.',
    lost: 'Förbindelsen bröts. Vi försöker igen.',
  },
  en: {
    title: 'Messages',
    notice:
      'During development all text messages and e-mails come here. Nothing is sent any further.',
    empty: 'No messages yet',
    emptyHint: 'Book a visit and the invitation will appear here by itself.',
    clear: 'Clear',
    sms: 'Text message',
    email: 'E-mail',
    to: 'To',
    arrived: 'A new message has arrived.',
    lost: 'The connection was lost. Trying again.',
  },
};

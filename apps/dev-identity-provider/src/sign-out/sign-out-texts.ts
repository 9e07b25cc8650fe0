import type { Language } from '@tapaamo/contracts';

/** Texts of signing out of the provider. */
export interface SignOutTexts {
  heading: string;
  summary: string;
  person: string;
  services: string;
  signOut: string;
  stay: string;
  done: string;
  doneHint: string;
}

/** Texts by language. */
export const SIGN_OUT_TEXTS: Record<Language, SignOutTexts> = {
  fi: {
    heading: 'Kirjaudutaanko ulos tunnistuspalvelusta?',
    summary:
      'Tunnistus on voimassa tässä selaimessa. Uloskirjautumisen jälkeen seuraava käyttäjä ei pääse palveluihin nimissäsi.',
    person: 'Tunnistautunut',
    services: 'Palvelut, joihin on tunnistauduttu',
    signOut: 'Kirjaudu ulos',
    stay: 'Pysy kirjautuneena',
    done: 'Olet kirjautunut ulos tunnistuspalvelusta',
    doneHint: 'Sulje vielä selain, jos laite on yhteinen.',
  },
  sv: {
    heading: 'Vill du logga ut ur identifieringstjänsten?',
    summary:
      'Identifieringen är i kraft i den här webbläsaren. Efter utloggningen kommer nästa användare inte in i tjänster i ditt namn.',
    person: 'Identifierad person',
    services: 'Tjänster som identifieringen gäller',
    signOut: 'Logga ut',
    stay: 'Förbli inloggad',
    done: 'Du har loggat ut ur identifieringstjänsten',
    doneHint: 'Stäng ännu webbläsaren om enheten är gemensam.',
  },
  en: {
    heading: 'Do you want to sign out of the identity provider?',
    summary:
      'The identification is in force in this browser. After signing out, the next person cannot enter services in your name.',
    person: 'Who identified',
    services: 'Services with this identification',
    signOut: 'Sign out',
    stay: 'Stay signed in',
    done: 'You have signed out of the identity provider',
    doneHint: 'Close the browser too if others use the device.',
  },
};

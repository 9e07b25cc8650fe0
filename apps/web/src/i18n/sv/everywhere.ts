import type { Texts } from '../texts.js';

export const shared: Texts['shared'] = {
  skipToContent: 'Gå till innehållet',
  silentTitle: 'Sida',
  languageChoice: 'Språk',
  mainNavigation: 'Huvudmeny',
  loading: 'Hämtar…',
  slow: 'Det här tar längre tid än vanligt. Du kan vänta i lugn och ro, ingenting har gått förlorat.',
  tryAgain: 'Försök igen',
  correlationId: 'Om det här upprepas, uppge den här koden för driften:',
  errorHeading: 'Sidan kunde inte visas',
  reload: 'Ladda om sidan',
  notFoundHeading: 'Sidan hittades inte',
  notFoundText: 'Det kan finnas ett skrivfel i adressen, eller så finns sidan inte längre.',
  toFrontPage: 'Gå till startsidan',
  guide: 'Anvisning',
  guideNewTab: 'Anvisning (öppnas i en ny flik)',
  newTab: '(öppnas i en ny flik)',
  discardHeading: 'Vill du kasta det du skrivit?',
  discard: 'Kasta',
  keepWriting: 'Fortsätt skriva',
  discardText: 'Det du har skrivit sparas inte.',
  problemSummary: 'Kontrollera de här uppgifterna',
  dataGone: 'Dina uppgifter raderas {{time}}.',
  minutes_zero: 'under en minut',
  minutes_one: '{{count}} minut',
  minutes_other: '{{count}} minuter',
  hours_one: '{{count}} timme',
  hours_other: '{{count}} timmar',
  days_one: '{{count}} dag',
  days_other: '{{count}} dagar',
};

export const roles: Texts['roles'] = {
  client: 'Klient',
  guardian: 'Vårdnadshavare',
  interpreter: 'Tolk',
  'support-person': 'Stödperson',
  observer: 'Studerande',
  colleague: 'Anställd på en annan arbetsplats',
  professional: 'Yrkesperson',
};

export const signIn: Texts['signIn'] = {
  heading: 'Logga in',
  email: 'E-postadress',
  password: 'Lösenord',
  signIn: 'Logga in',
  signingIn: 'Loggar in…',
  signOut: 'Logga ut',
  notSignedOut: 'Du är ännu inte utloggad',
  visitCode: 'Fick du inbjudan på papper? Skriv möteskoden',
  clientHint:
    'Kommer du till ett möte som klient? Du behöver inget konto. Öppna mötet via länken i meddelandet du har fått.',
};

export const guide: Texts['guide'] = {
  heading: 'Anvisningar',
  choose: 'Vem är anvisningen för?',
  client: 'Anvisning för klienten',
  professional: 'Anvisning för yrkespersonen',
  admin: 'Anvisning för huvudanvändaren',
  developer: 'Anvisning för systemutvecklare',
  example: '{{heading}}: exempel {{number}}',
  all: 'Alla anvisningar',
};

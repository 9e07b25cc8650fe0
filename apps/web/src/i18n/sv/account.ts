import type { Texts } from '../texts.js';

export const secondFactor: Texts['secondFactor'] = {
  heading: 'Bekräfta inloggningen',
  help: 'Öppna autentiseringsappen i telefonen och skriv koden som den visar. Om du inte har telefonen med dig, använd en återställningskod.',
  code: 'Kod',
  continue: 'Fortsätt',
  checking: 'Kontrolleras…',
  startAgain: 'Börja om',
};

export const invitation: Texts['invitation'] = {
  heading: 'Ta kontot i bruk',
  invited: '{{organisation}} har bjudit in dig till Tapaamo.',
  name: 'Namn',
  email: 'E-postadress',
  passwordHeading: '1. Välj ett lösenord',
  password: 'Lösenord',
  passwordHint: 'Minst 12 tecken. En fras med några ord är ett bra lösenord.',
  appHeading: '2. Anslut en autentiseringsapp',
  appHelp:
    'Läs av bilden med en autentiseringsapp i telefonen, till exempel Google Authenticator eller Microsoft Authenticator.',
  picture: 'Autentiseringsappens nyckel som bild',
  typeKey: 'Om du inte kan läsa av bilden, skriv den här nyckeln i appen:',
  code: 'Koden som appen visar',
  codeHint: 'Sex siffror.',
  accept: 'Ta kontot i bruk',
  accepting: 'Tas i bruk…',
  codesHeading: 'Spara återställningskoderna',
  codesHelp:
    'Kontot är i bruk. Med de här koderna kommer du in om telefonen försvinner. Varje kod gäller en gång, och de visas inte igen. Skriv ut dem eller skriv upp dem.',
  codesKept: 'Koderna är sparade, fortsätt',
  failed: 'Inbjudan kan inte användas',
  toSignIn: 'Gå till inloggningen',
};

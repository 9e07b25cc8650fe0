import type { Texts } from '../texts.js';

export const visitExport: Texts['visitExport'] = {
  heading: 'Export av uppgifter',
  lead: 'När klientrelationen eller avtalet upphör kan organisationen ta med de uppgifter om möten som ännu inte har raderats till sitt eget system i en krypterad fil. En huvudanvändare anger med vems nyckel filen krypteras, och någon annan hämtar filen.',
  key: 'För vem filen krypteras',
  noKey: 'Ingen nyckel har angetts ännu.',
  keySince: 'Den här offentliga nyckeln angavs {{date}}:',
  recipient: 'Offentlig nyckel',
  recipientHint:
    'Börjar med age1. Organisationens egen it skapar nyckelparet med kommandot age-keygen och förvarar den privata nyckeln.',
  save: 'Ta nyckeln i bruk',
  saving: 'Sparar…',
  file: 'Krypterad fil',
  keyFirst: 'Filen kan hämtas när en nyckel har angetts.',
  another: 'Du angav nyckeln. Filen hämtas av en annan huvudanvändare eller dataskyddsombudet.',
  fileText:
    'Filen innehåller alla möten vars uppgifter inte har raderats ännu. Låsta uppgifter finns inte i den. Den öppnas bara med den privata nyckeln. Hämtningen antecknas i loggen. Uppgifterna raderas ur Tapaamo i tid ändå.',
  checkKey: 'Kontrollera före hämtningen att nyckeln ovan är din organisations egen.',
  fetch: 'Hämta filen',
  fetching: 'Hämtar…',
  fetched: 'Filen {{file}} har hämtats.',
};

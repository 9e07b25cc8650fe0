import type { Texts } from '../texts.js';

export const forgetting: Texts['forgetting'] = {
  heading: 'Radering av uppgifter',
  lead: 'Här ser du att klienternas uppgifter raderas i tid. På sidan finns bara antal, inga namn.',
  noneLate: 'Försenade 0: alla raderingar är i tid',
  lateLabel_one: '{{count}} radering är försenad',
  lateLabel_other: '{{count}} raderingar är försenade',
  lateText:
    'Den äldsta är försenad: {{age}}. Uppgifterna är redan dolda för alla, men raderingen har inte gått framåt. Meddela driften genast.',
  failed_one: 'I den senaste omgången misslyckades en radering. Den görs om.',
  failed_other: 'I den senaste omgången misslyckades {{count}} raderingar. De görs om.',
  lastSweep: 'Senaste raderingsomgång: {{time}}.',
  neverSwept: 'Ingen raderingsomgång har körts ännu.',
  dueNext24Hours: 'raderas inom ett dygn',
  dueNext31Days: 'raderas inom 31 dagar',
  dueInAll: 'väntar på radering sammanlagt',
  doneLast24Hours: 'raderade under det senaste dygnet',
  doneInAll: 'raderade sammanlagt',
  pictureHeading: 'Raderingar per dag',
  pictureText:
    'Staplar: raderade möten och möten som ska raderas per dag. Samma siffror finns i tabellen under bilden.',
  scale_one: 'Skalans övre ände: {{count}} möte',
  scale_other: 'Skalans övre ände: {{count}} möten',
  due: 'Ska raderas',
  done: 'Raderade',
  day: 'Dag',
  asTable: 'Visa som tabell',
};

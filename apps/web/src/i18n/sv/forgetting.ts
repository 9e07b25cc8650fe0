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
  remaining_one:
    'I den senaste omgången raderades så många som högst får raderas på en gång. En radering blev kvar till nästa omgång.',
  remaining_other:
    'I den senaste omgången raderades så många som högst får raderas på en gång. {{count}} raderingar blev kvar till nästa omgång.',
  lastSweep: 'Senaste raderingsomgång: {{time}}.',
  neverSwept: 'Ingen raderingsomgång har körts ännu.',
  dueNext24Hours: 'raderas inom ett dygn',
  dueNext31Days: 'raderas inom 31 dagar',
  dueInAll: 'väntar på radering sammanlagt',
  held: 'är låsta och raderas inte',
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
  since: 'Sedan {{time}}',
  pausedFor: {
    'clock-jumped': 'Orsak: serverns klocka hoppade över tio minuter.',
    'clock-differs':
      'Orsak: serverns och databasens klockor avviker från varandra med över tio minuter.',
    'over-forecast': 'Orsak: det fanns över tre gånger så mycket att radera som man visste om.',
    operator: 'Orsak: driften pausade raderingen.',
  },
  endsHeading: 'Avslutade dagar',
  endsLead:
    'När dagens uppgifter är raderade förstörs dagens nyckel. När den sista säkerhetskopian av nyckeln har löpt ut kan ingen få tillbaka uppgifterna.',
  noEnds: 'Ingen dag med uppgifter att radera är slut ännu.',
  erasedBy: 'Raderat senast',
  shredded: 'Nyckeln förstörd',
  unrevivable: 'Kan inte återställas',
  notYet: 'inte ännu',
  notKnown: 'enligt nyckelserverns säkerhetskopior',
  keysHeading: 'Vad raderingen garanterar',
  keysLead:
    'Uppgifterna är krypterade med dagsnycklar. När dagens sista möte har raderats förstörs dagens nyckel, och uppgifterna försvinner också ur säkerhetskopiorna.',
  keysWhere: {
    file: 'Nycklarna finns i tjänstens egen mapp.',
    transit: 'Nycklarna finns i en nyckelserver (OpenBao eller Vault).',
    kms: 'Nycklarna finns i tjänstens egen mapp, som bara nyckeltjänsten AWS KMS kan öppna.',
  },
  keysGrade: {
    A: 'Nivå A: av en förstörd nyckel blir ingenstans kvar en kopia som uppgifterna kan öppnas med.',
    B: 'Nivå B: av en förstörd nyckel kan en kopia bli kvar, men den är låst med en annan nyckel.',
    C: 'Nivå C: en förstörd nyckel skrivs över på disken, men disken kan ändå bevara spår av den.',
  },
  keysLatency_one: 'Förstörandet träder i kraft efter en dag.',
  keysLatency_other: 'Förstörandet träder i kraft efter {{count}} dagar.',
  keysAtOnce: 'Förstörandet träder i kraft genast.',
  keysEscrow_one:
    'Det finns en låst säkerhetskopia av nycklarna som sparas en dag. Därefter kan ingen få tillbaka det som har förstörts ur den.',
  keysEscrow_other:
    'Det finns en låst säkerhetskopia av nycklarna som sparas {{count}} dagar. Därefter kan ingen få tillbaka det som har förstörts ur den.',
  keysNoEscrow:
    'Det finns ingen säkerhetskopia av nycklarna som det förstörda kunde fås tillbaka ur. Om nycklarna går förlorade försvinner uppgifterna om alla kommande möten.',
  keysUnrevivable_one: 'Ingen kan få tillbaka det som har förstörts när en dag har gått.',
  keysUnrevivable_other:
    'Ingen kan få tillbaka det som har förstörts när {{count}} dagar har gått.',
  keysCaveats: {
    'disk-may-keep':
      'En disk kan bevara spår av det som har skrivits över. Därför byts också nycklarnas gemensamma huvudnyckel efter varje förstörande.',
    'engine-keeps-snapshots':
      'I nyckelserverns egna säkerhetskopior finns en förstörd nyckel kvar, låst, tills de föråldras.',
    'service-is-trusted':
      'Nyckeltjänsten lovar att radera sina nycklar genast. Det kan inte kontrolleras utifrån.',
  },
};

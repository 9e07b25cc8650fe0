import type { Texts } from '../texts.js';

export const holds: Texts['holds'] = {
  heading: 'Låsta uppgifter',
  lead: 'Här ser du de möten vars uppgifter är låsta. Ingen ser låsta uppgifter, och de raderas inte innan låset upphör. På sidan finns inga namn.',
  countRequested: 'väntar på bekräftelse',
  countHeld: 'är låsta',
  countMissed: 'har inte granskats i tid',
  countReleasing: 'håller på att upphöra',
  none: 'Inget är låst',
  howTo:
    'När uppgifterna om ett avslutat möte ska låsas, be yrkespersonen om adressen till mötets sida, öppna den och välj Begär lås.',
  state: {
    requested: 'Väntar på bekräftelse',
    held: 'Låst',
    releasing: 'Låset upphör',
  },
  kind: {
    'legal-hold': 'Bevarande på grund av lag eller anspråk',
    restriction: 'Begränsning av behandling',
  },
  basis: {
    'gdpr-17-3-b': 'dataskyddsförordningen, artikel 17.3 b',
    'gdpr-17-3-e': 'dataskyddsförordningen, artikel 17.3 e',
    'gdpr-18-1-a': 'dataskyddsförordningen, artikel 18.1 a',
    'gdpr-18-1-b': 'dataskyddsförordningen, artikel 18.1 b',
    'gdpr-18-1-c': 'dataskyddsförordningen, artikel 18.1 c',
    'gdpr-18-1-d': 'dataskyddsförordningen, artikel 18.1 d',
  },
  reason: {
    'authority-order': {
      text: 'Lag eller en myndighets beslut',
      hint: 'En lag, en domstol eller en myndighet kräver att uppgifterna bevaras.',
    },
    'legal-claim': {
      text: 'Rättsligt anspråk',
      hint: 'Uppgifterna behövs i en rättegång eller annan tvist.',
    },
    complaint: {
      text: 'Anmärkning eller klagomål',
      hint: 'Någon har klagat på mötet, och uppgifterna behövs för att utreda saken.',
    },
    'accuracy-contested': {
      text: 'Klienten säger att uppgifterna är fel',
      hint: 'Uppgifterna är låsta tills det har kontrollerats om de stämmer.',
    },
    'unlawful-processing': {
      text: 'Uppgifterna borde inte ha behandlats, men klienten vill inte att de raderas',
      hint: 'Klienten har bett om begränsning i stället för radering.',
    },
    'needed-by-client': {
      text: 'Klienten behöver uppgifterna för ett rättsligt anspråk',
      hint: 'Organisationen behöver inte längre uppgifterna, men klienten har bett att de bevaras.',
    },
    objection: {
      text: 'Klienten motsätter sig behandlingen av sina uppgifter',
      hint: 'Uppgifterna är låsta tills det har avgjorts om organisationens skäl väger tyngre.',
    },
    'found-after-restore': {
      text: 'Hittades när databasen hade återställts från en äldre kopia',
      hint: 'Uppgifterna är låsta. Utred inom en vecka vem som låste dem och varför.',
    },
  },
  fact: {
    kind: 'Slag',
    requested: 'Begärt',
    confirmed: 'Bekräftat',
    reviewBy: 'Ska granskas senast',
    extensionsLeft: 'Förlängningar kvar',
    visit: 'Mötets identifierare',
    onMissed: 'Om granskningen uteblir',
  },
  notYet: 'inte ännu',
  daysAgo_zero: 'för mindre än en dag sedan',
  daysAgo_one: 'för {{count}} dag sedan',
  daysAgo_other: 'för {{count}} dagar sedan',
  missed: {
    escalate: 'låset fortsätter, och det larmas varje dag',
    release: 'det larmas i {{days}} dagar, och sedan upphör låset',
  },
  reviewMissed: 'Granskningen är försenad',
  reviewMissedText:
    'Låset skulle granskas senast {{day}}. Ta reda på om det ännu behövs: förläng låset eller avsluta det.',
  anotherConfirms:
    'Du begärde detta själv. En annan huvudanvändare eller ett dataskyddsombud ska bekräfta din begäran innan uppgifterna låses.',
  confirmIfRight:
    'En annan person har begärt detta. Kontrollera grunden och bekräfta begäran om den är riktig. Innan dess är uppgifterna inte låsta.',
  confirm: 'Bekräfta låset',
  confirmHeading: 'Ska uppgifterna låsas?',
  confirmText:
    'Uppgifterna döljs genast för alla, också för mötets yrkesperson, och bevaras tills låset upphör. Inget meddelande skickas till klienten.',
  withdraw: 'Återta begäran',
  withdrawHeading: 'Ska begäran återtas?',
  withdrawText: 'Uppgifterna låses inte. De raderas i tid.',
  extend: 'Förläng låset',
  extendHeading: 'Ska låset förlängas?',
  extendText: 'Förläng bara om grunden ännu gäller. Välj dagen då den granskas på nytt.',
  extensionsLeft_one: 'Låset kan förlängas en gång till.',
  extensionsLeft_other: 'Låset kan förlängas {{count}} gånger till.',
  extendedEnough:
    'Det här låset kan inte längre förlängas. Avsluta det när grunden inte längre gäller.',
  release: 'Avsluta låset',
  releaseHeading: 'Ska låset avslutas?',
  releaseText:
    'Om uppgifternas raderingsdag redan har passerat raderas de genast i nästa raderingsomgång. Annars ser yrkespersonen dem igen fram till raderingsdagen.',
  tellFirst:
    'Klienten bad om begränsningen. Enligt lagen ska klienten få veta det innan den upphör. Tapaamo skickar inget meddelande, så berätta det själv.',
  personTold: 'Klienten har fått veta att begränsningen upphör',
  releasingText: 'Låset upphör om en stund.',
  sending: 'Skickas…',
  cancel: 'Ändra ingenting',
  request: 'Begär lås',
  requestLead:
    'När lagen, en tvist eller klientens begäran kräver det kan uppgifterna låsas: ingen ser dem, och de raderas inte.',
  requestHeading: 'Ska uppgifterna begäras låsta?',
  requestText:
    'Uppgifterna låses först när en annan huvudanvändare eller ett dataskyddsombud bekräftar begäran. Bara uppgifter om ett avslutat möte kan låsas.',
  requestNoName:
    'Av orsaken sparas bara ditt val. Anteckna myndighetens beteckning eller klientens begäran i organisationens egna handlingar.',
  requestSend: 'Skicka begäran',
  requestedHeading: 'Begäran väntar på bekräftelse',
  requestedText:
    'Be en annan huvudanvändare eller ett dataskyddsombud bekräfta den. Innan dess är uppgifterna inte låsta, och de raderas om deras raderingsdag kommer.',
  toBoard: 'Låsta uppgifter',
  reasonLabel: 'Orsak till låset',
  reviewBy: 'Granskningsdag',
  reviewByHint: 'Från och med i morgon, högst {{days}} dagar framåt. Till exempel 14.12.2026.',
  ruleHeading: 'Om granskningen uteblir',
  ruleText:
    'När granskningsdagen har passerat syns det på den här sidan, driften får ett larm och loggen får en anteckning varje dag.',
  ruleLabel: 'Vad händer sedan?',
  rule: {
    escalate: {
      text: 'Låset fortsätter tills någon beslutar om det',
      hint: 'Larmet upprepas varje dag.',
    },
    release: {
      text: 'Låset upphör av sig självt',
      hint: 'Det sker när det har larmats i {{days}} dagar. En begränsning av behandling upphör inte av sig själv, eftersom klienten först ska få veta det.',
    },
  },
  ruleFromNow: 'Valet gäller lås som begärs från och med nu.',
  ruleSave: 'Ta i bruk',
};

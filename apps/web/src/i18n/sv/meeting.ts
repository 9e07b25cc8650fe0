import type { Texts } from '../texts.js';

export const waitingRoom: Texts['waitingRoom'] = {
  heading: 'Väntrum',
  waitingFor: 'Du väntar på: {{name}}',
  agreed: 'Avtalad tid: {{time}}.',
  automatic:
    'Du behöver inte trycka på något. Du kommer till mötet så snart du tas emot. Håll den här sidan öppen.',
  testing:
    'Du är fortfarande i väntrummet och din plats finns kvar. Du kommer till mötet genast när du tas emot, även om testet inte är klart.',
  toldLater: 'Vem du möter ser du när du har tagits emot.',
  delayMinutes:
    'Mötet är försenat. Det börjar uppskattningsvis kl. {{time}}. Du släpps in genast när det går.',
  delaySoon: 'Mötet är något försenat. Du släpps in så snart som möjligt.',
  delayToldAt: 'Meddelat kl. {{time}}.',
  connecting: 'Ansluter…',
  connected: 'Du är i väntrummet, förbindelsen fungerar.',
  reconnecting: 'Förbindelsen bröts. Ansluter på nytt, din plats finns kvar.',
  leave: 'Lämna väntrummet',
  elsewhereHeading: 'Mötet är öppet på en annan enhet',
  elsewhereText: 'Du kan fortsätta mötet på den här enheten. Då stängs mötet på den andra enheten.',
  heldElsewhereText:
    'Du kan fortsätta på den här enheten när du identifierar dig. Om den andra enheten är din kan du också stänga mötet på den och sedan försöka igen. Berätta för den anställda om du inte vet vems enheten är.',
  takeOver: 'Fortsätt på den här enheten',
  stoppedHeading: 'Förbindelsen till mötet bröts',
  meetingAlone: '{{name}} ansluter snart. Du kan vänta i lugn och ro.',
  meetingLeft: '{{name}} är inte i mötet just nu. Du kan vänta i lugn och ro eller lämna mötet.',
  meetingLost:
    '{{name}}: förbindelsen bröts. Du kan vänta i lugn och ro. Mötet fortsätter av sig självt när förbindelsen är tillbaka.',
  alone: '{{name}} talar nu med dig på tu man hand. Ingen annan ser eller hör er.',
  'because_sent-back':
    'Du ombads vänta en stund. Det beror inte på något du har gjort. Du kommer tillbaka så snart du tas emot igen.',
  'because_set-apart':
    'I mötet förs en stund ett samtal på tu man hand. Det är vanligt. Du kommer tillbaka av dig själv när de andra kallas in.',
  becauseUnseen: 'Så länge ser och hör du inte de andra och de inte dig. Håll den här sidan öppen.',
  apart: 'Så länge ser och hör de andra dig inte och du inte dem, och inga meddelanden går fram.',
};

export const observer: Texts['observer'] = {
  label: 'Lov till en studerande',
  one: {
    question: 'En studerande skulle vilja följa ditt möte. Går det bra?',
    yes: 'Ja, den studerande får följa mötet',
    no: 'Nej, den studerande får inte följa mötet',
    said_yes: 'Du har låtit den studerande följa mötet.',
    said_no: 'Den studerande får inte följa mötet.',
    takeBack: 'Ta tillbaka samtycket',
    yesAfterAll: 'Ge samtycke ändå',
  },
  numbered: {
    question: 'Studerande {{number}} skulle vilja följa ditt möte. Går det bra?',
    yes: 'Ja, studerande {{number}} får följa mötet',
    no: 'Nej, studerande {{number}} får inte följa mötet',
    said_yes: 'Du har låtit studerande {{number}} följa mötet.',
    said_no: 'Studerande {{number}} får inte följa mötet.',
    takeBack: 'Ta tillbaka samtycket för studerande {{number}}',
    yesAfterAll: 'Ge ändå samtycke för studerande {{number}}',
  },
  name: 'Studerande {{number}}',
  hint: 'Du kan svara nej. Det påverkar inte ditt ärende. Den studerande bara ser och lyssnar. Du kan också ta tillbaka ditt samtycke när som helst.',
};

export const following: Texts['following'] = {
  open: 'Du följer mötet som studerande. Du släpps in när klientens sida har gett sitt samtycke och yrkespersonen tar emot dig.',
  agreed: 'Du får följa mötet. Du släpps in när yrkespersonen tar emot dig.',
  refused:
    'Den här gången kan du inte följa mötet, eftersom det inte finns något samtycke till det. Var och en har rätt att säga nej, och det beror inte på dig. Tack för att du kom. Du kan lämna väntrummet.',
  putOut:
    'Du är inte längre med i mötet, eftersom samtycket inte gäller just nu. Var och en har rätt att bestämma så, och det beror inte på dig. Du kan vänta eller lämna väntrummet.',
  lookingOn:
    'Du följer mötet som studerande: du ser och hör de andra, men du själv varken syns eller hörs. Därför finns det inga knappar för kamera och mikrofon.',
};

export const meeting: Texts['meeting'] = {
  label: 'Möte',
  controls: 'Knappar för mötet',
  microphone: 'Mikrofon',
  camera: 'Kamera',
  on: 'på',
  off: 'av',
  shortcut: 'Kortkommando {{key}}',
  microphoneTurnedOn: 'Mikrofonen är på.',
  microphoneTurnedOff: 'Mikrofonen är av.',
  cameraTurnedOn: 'Kameran är på.',
  cameraTurnedOff: 'Kameran är av.',
  mutedTalk: 'Du talar, men din mikrofon är av. De andra hör dig inte.',
  shareScreen: 'Dela skärm',
  stopSharing: 'Sluta dela',
  youShare: 'Din skärm visas nu för de andra.',
  devices: 'Enheter',
  choose_camera: 'Välj kamera',
  choose_microphone: 'Välj mikrofon',
  closeDevices: 'Klar',
  deviceNumber: 'Enhet {{number}}',
  blur: 'Gör bakgrunden suddig',
  blurStarting: 'Bakgrunden görs suddig. Din bild syns om en stund.',
  blurOn: 'Bakgrunden är suddig.',
  blurFailed:
    'Bakgrunden kunde inte göras suddig. Din kamera är av, så att din bakgrund inte syns. Om du vill synas ändå, ta bort valet och slå på kameran.',
  leave: 'Lämna',
  connecting: 'Ansluter till mötet…',
  lineLost: 'Din förbindelse bröts. Ansluter på nytt…',
  pathRepairing: 'Förbindelsen för bild och ljud bröts. Den repareras…',
  microphoneUnsent:
    'De andra hör dig inte just nu. Om det inte rättar till sig, stäng av mikrofonen och sätt på den igen.',
  cameraUnsent:
    'De andra ser inte din bild just nu. Om det inte rättar till sig, stäng av kameran och sätt på den igen.',
  screenUnsent:
    'De andra ser inte din skärm just nu. Om det inte rättar till sig, sluta dela och dela skärmen på nytt.',
  screenOf: '{{name}} delar sin skärm',
  pictureOf: 'Bild: {{name}}',
  cameraIsOff: '{{name}}: kameran är inte på',
  lookingOn: '{{name}} följer mötet',
  otherLost: '{{name}}: förbindelsen bröts. Vi väntar.',
  isMuted: 'mikrofonen är av',
  soundBlocked: 'Webbläsaren släpper ännu inte fram ljudet.',
  listen: 'Lyssna',
  ownPicture: 'Din egen bild',
  ownCameraOff: 'Din kamera är av',
};

/** What is written in the meeting. */
export const text = {
  label: 'Chatt',
  close: 'Stäng chatten',
  notKept:
    'Meddelandena sparas inte. Bara de som är med nu ser dem, och de försvinner när mötet avslutas, du lämnar det eller laddar om sidan.',
  empty: 'Inga meddelanden ännu.',
  own: 'Du',
  write: 'Skriv ett meddelande',
  send: 'Skicka',
  live: 'Visa min text för de andra medan jag skriver',
  typing: '{{name}} skriver:',
  waiting: 'Skickas när de andra kan läsa det.',
  held: 'Inte skickat, eftersom någon kom med.',
  sendHeld: 'Skicka nu',
  resting: 'Någon kom med. De andra ser den här texten först när du skickar den.',
  arrived: 'Nytt meddelande, {{name}}: {{text}}',
  unread: '{{number}} nya',
  left: '{{number}} tecken kvar.',
};

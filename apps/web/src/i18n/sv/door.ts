import type { Texts } from '../texts.js';

export const door: Texts['door'] = {
  leaveQuickly: 'Lämna snabbt',
  leaveQuicklyHow:
    '”Lämna snabbt” stänger mötet genast och öppnar en helt annan sida i stället. Samma sak händer om du trycker på Esc tre gånger i rad. Webbläsarens historik töms inte.',
  welcomeHeading: 'Välkommen till distansmötet',
  invites: '{{organisation}} bjuder in dig till ett möte. Du träffar {{professional}}.',
  invitesDiscreetly: 'Du är inbjuden till ett distansmöte.',
  continue: 'Fortsätt',
  failedHeading: 'Sidan kunde inte öppnas',
  brokenLinkHeading: 'Länken fungerar inte',
  brokenLinkText: 'Länken har kanske bytts ut mot en ny, eller så saknas slutet.',
  brokenLinkAdvice:
    'Öppna det senaste meddelandet du fick och tryck på länken där. Om det inte hjälper, be om en ny länk av den som bjöd in dig.',
  noSessionHeading: 'Öppna mötet via länken',
  noSessionText:
    'Den här webbläsaren känner inte till ditt möte. Så kan det gå till exempel när webbläsaren byts mitt i allt.',
  noSessionAdvice: 'Öppna meddelandet du fick och tryck på länken där. Ditt möte finns kvar.',
  codeHeading: 'Skriv möteskoden',
  codeText:
    'Koden finns på inbjudan som du fick på papper. Stora och små bokstäver eller bindestreck spelar ingen roll.',
  code: 'Möteskod',
  codeHint: '12 tecken, till exempel 7KQ2-M9XD-4RTA',
  codeMissing: 'Skriv koden.',
  codeContinue: 'Fortsätt',
  codeChecking: 'Kontrollerar…',
  haveCode: 'Jag har en möteskod',
  forgettingHeading: 'Dina uppgifter raderas just nu',
  forgettingText:
    'Ingen kan se dem längre. Öppna länken på nytt om en stund, så ser du vilken dag de raderades.',
  heldHeading: 'Dina uppgifter är låsta',
  heldText:
    'Mötet är avslutat. Dina uppgifter sparas så att ingen ser dem tills låset avslutas. Fråga mer av organisationen som bjöd in dig till mötet.',
  forgottenHeading: 'Dina uppgifter raderades {{day}}',
  forgottenText:
    'Det finns inte längre något kvar av mötet som du kan identifieras på. Du behöver inte göra något.',
  serviceClosedHeading: 'Mötet kan inte hållas just nu',
  serviceClosedText:
    '{{organisation}} använder inte den här tjänsten för distansmöten just nu, så mötet öppnas inte. Det är inget fel på din länk eller din enhet.',
  serviceClosedDiscreetly:
    'Tjänsten som du bjöds in till är inte i bruk just nu, så mötet öppnas inte. Det är inget fel på din länk eller din enhet.',
  serviceClosedContact: 'Fråga hur mötet ordnas',
  serviceClosedAsk: 'Kontakta den som bjöd in dig. Hen berättar hur mötet ordnas.',
  endedHeading: 'Mötet är avslutat',
  endedAt: 'Mötet avslutades {{time}}.',
  cancelledHeading: 'Mötet är avbokat',
  cancelledAt: 'Mötet avbokades {{time}}.',
  endedText:
    'Du kan stänga sidan. Om du öppnar länken igen senare ser du när dina uppgifter raderas eller har raderats.',
  browserHeading: 'Den här webbläsaren har ingen kamera',
  browserText:
    'Webbläsaren i en meddelandeapp kommer ofta inte åt kameran. Kopiera länken och öppna den i Chrome, Safari, Edge eller Firefox.',
  inAppHeading: 'Öppna länken i webbläsaren',
  inAppText:
    'Du är i en apps egen webbläsare, och den kommer ofta inte åt kameran. Öppna samma länk i telefonens vanliga webbläsare.',
  browserHow_ios:
    'Kopiera länken, öppna Safari och klistra in länken i adressfältet. Du kan också trycka på appens meny och välja ”Öppna i Safari”.',
  browserHow_android:
    'Kopiera länken, öppna Chrome eller en annan webbläsare och klistra in länken i adressfältet. Du kan också trycka på de tre punkterna och välja ”Öppna i webbläsaren”.',
  browserHow_other: 'Kopiera länken och klistra in den i adressfältet i en annan webbläsare.',
  copyByHand: 'Kopiera länken här',
  copyLink: 'Kopiera länken',
  linkCopied: 'Länken har kopierats',
  earlyHeading: 'Du är i god tid',
  earlyOpens: 'Väntrummet öppnar {{time}}.',
  earlyVisit: 'Mötet börjar {{time}}. Du träffar {{name}}.',
  earlyVisitDiscreetly: 'Mötet börjar {{time}}.',
  addToCalendar: 'Lägg till i kalendern',
  calendarHoldsLittle: 'I kalendern syns bara tiden för mötet, varken länken eller vem du träffar.',
  earlyStay:
    'Du kan stänga sidan och öppna länken igen senare. Om du stannar på sidan går den vidare av sig själv.',
  testDevices: 'Testa dina enheter',
  testAgain: 'Testa igen',
  leftHeading: 'Du har gått',
  leftText: 'Du kan ännu komma tillbaka så länge mötet är öppet.',
  closeHere: 'Stäng mötet på den här enheten',
  signOut: 'Logga ut',
  notSignedOut: 'Du har inte loggat ut ännu',
  signedOutHeading: 'Du har loggat ut',
  signedOutText: 'Stäng till sist webbläsaren.',
  signedOutProvider:
    'Identifieringstjänsten kan fortfarande minnas dig i den här webbläsaren. När du stänger alla fönster i webbläsaren glömmer den dig.',
  signedOutReturn: 'Om mötet ännu pågår kommer du tillbaka med länken i meddelandet du fick.',
  sessionOverHeading: 'Du är inte längre med i mötet på den här enheten',
  sessionOverText:
    'Du har kanske loggat ut i en annan flik eller i en annan tjänst där du identifierade dig. Så går det också när din länk byts ut mot en ny.',
  sessionOverAdvice:
    'Öppna det senaste meddelandet du fick, tryck på länken i det och identifiera dig på nytt.',
  endedSignOut:
    'Logga ut, så kommer ingen annan åt dina uppgifter på den här enheten. Om du öppnar länken senare på nytt ser du när dina uppgifter raderas eller har raderats.',
  return: 'Återvänd till mötet',
};

export const privacy: Texts['privacy'] = {
  heading: 'Vad händer med dina uppgifter?',
  what: '{{organisation}} har sparat ditt namn och eventuella kontaktuppgifter och personbeteckning för det här mötet.',
  identification:
    'När du identifierar dig jämförs ditt namn och vid behov ditt födelsedatum med bokningen, och din personbeteckning om den har antecknats i bokningen. Av identifieringen sparas ingen personbeteckning.',
  whatDiscreetly:
    'Ditt namn och eventuella kontaktuppgifter och personbeteckning har sparats för det här mötet.',
  discreet:
    'Vem som ansvarar för dina uppgifter och vem du kan fråga visas först när det är säkert att det är just du som läser.',
  purpose: 'Vad uppgifterna används till: {{purpose}}',
  'basis_public-interest': 'Grund: en uppgift av allmänt intresse som tjänsten har enligt lag.',
  'basis_legal-obligation': 'Grund: lagen förpliktar att ordna tjänsten.',
  basis_consent: 'Grund: ditt samtycke. Du kan ta tillbaka det när du vill.',
  basis_contract: 'Grund: det avtal som du har om tjänsten.',
  'basis_vital-interest': 'Grund: att skydda liv eller hälsa.',
  'basis_legitimate-interest':
    'Grund: berättigat intresse. Du har rätt att invända mot att dina uppgifter behandlas.',
  contact: 'Kontaktperson',
  officer: 'Dataskyddsombud',
  rightsContact: 'Den som svarar på begäranden om uppgifter',
  complaint:
    'Om du anser att dina uppgifter har behandlats fel kan du klaga hos dataombudsmannen: tietosuoja.fi.',
  notRecorded: 'Mötet spelas inte in, varken bild eller ljud.',
  more: 'Läs mer om dina uppgifter',
  controller:
    '{{organisation}} ansvarar för dina uppgifter. Tapaamo är verktyget som mötet hålls med.',
  rights:
    'Du har rätt att se dina uppgifter, rätta dem och be att de raderas. Kontakta: {{organisation}}.',
  noProfile:
    'Inget användarkonto skapas för dig, och sidan följer dig inte. Sidan skickar inga uppgifter någon annanstans.',
};

export const identify: Texts['identify'] = {
  heading: 'Identifiera dig',
  why: 'Då vet {{name}} att det är just du som kommer till mötet.',
  whyDiscreetly: 'Så vet den yrkesverksamma att det är just du som kommer till mötet.',
  how: 'Du går till Suomi.fi-identifikation. Du kan använda bankkoder, mobilcertifikat eller certifikatkort. Sedan kommer du tillbaka hit.',
  inShort:
    'När du identifierar dig jämförs dina uppgifter med bokningen. Av identifieringen sparas ingen personbeteckning.',
  start: 'Identifiera dig',
  again: 'Identifiera dig på nytt',
  locked:
    'Någon annan har identifierat sig med den här länken många gånger, och därför är identifieringen låst i en halv timme. Du kan vänta utan att identifiera dig.',
  waitUnidentified: 'Vänta utan identifiering',
  waitUnidentifiedHint:
    'Om du inte kan identifiera dig just nu kan du vänta utan att identifiera dig: den anställda ser det och avgör hur hen försäkrar sig om vem du är.',
  waitAllowed:
    'Du får vänta utan att identifiera dig: den anställda har tillåtit det och försäkrar sig om vem du är. Identifiera dig hellre om det lyckas.',
  sentBack:
    'Du kan inte fortsätta på den här enheten utan att identifiera dig. Om du inte kan identifiera dig, berätta det för den anställda.',
  without: 'Fortsätt utan att identifiera dig',
  representation:
    'Efter identifieringen kommer du till Suomi.fi-fullmakter. Välj där barnet som du kommer till mötet för. Den yrkesverksamma ser om du har rätt att handla för barnet.',
  cancelled: 'Identifieringen avbröts. Ingenting gick förlorat: du kan försöka igen.',
  failed: 'Identifieringen lyckades inte. Försök igen.',
  expired: 'Identifieringen tog för lång tid eller började i en annan webbläsare. Börja om.',
  'other-device':
    'Identifieringen började på en annan enhet och godkändes därför inte. Öppna din egen länk och identifiera dig på samma enhet.',
  unavailable: 'Identifieringstjänsten svarar inte just nu. Vänta en stund och försök igen.',
  failedAdvice:
    'Om inte heller det hjälper, kontakta den som bjöd in dig: den anställda kan låta dig vänta utan att identifiera dig.',
  failedContact: 'Ta kontakt',
  outageHeading: 'Det kan finnas en störning i identifieringen',
  outageSays: 'Identifieringstjänsten meddelar: {{notice}}',
  outageUnreachable: 'Identifieringstjänsten har inte svarat under de senaste minuterna.',
  outageAdvice:
    'Du kan försöka ändå. Om identifieringen inte lyckas, vänta en stund och försök på nytt.',
  outageContact: 'Om mötet redan ska börja, ta kontakt',
};

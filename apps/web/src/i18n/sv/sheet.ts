import type { printedSheet as finnish } from '../fi/sheet.js';

type Texts = Record<keyof typeof finnish, string>;

/** What stands on a printed invitation, in the client's language. */
export const printedSheet: Texts = {
  heading: 'Inbjudan till distansmöte',
  when: 'Tid',
  who: 'Inbjuden av',
  ways: 'Så här kommer du till mötet',
  camera: 'Rikta telefonens eller surfplattans kamera mot bilden och öppna länken.',
  cameraLabel: 'QR-kod som öppnar mötet',
  typing: 'Eller skriv i webbläsarens adressfält',
  code: 'och sedan möteskoden',
  bring: 'Det här behöver du',
  device:
    'En telefon, surfplatta eller dator med kamera, mikrofon och internet. Du behöver ingen app och inget konto.',
  identify_required:
    'Bankkoder, mobilcertifikat eller certifikatkort: du identifierar dig före mötet.',
  identify_offered: 'Bankkoder, mobilcertifikat eller certifikatkort, om du vill identifiera dig.',
  early:
    'Du kan prova kameran och mikrofonen redan nu. Väntrummet öppnar ungefär en timme före mötet.',
  keepSafe: 'Behåll pappret själv: med det kommer man till ditt möte.',
  ask: 'Om det försvinner eller du inte kan komma, ring {phone}.',
  askInviter: 'Om det försvinner eller du inte kan komma, kontakta den som bjöd in dig.',
  gone: 'Dina uppgifter raderas ur tjänsten {time}.',
};

/** The page on which staff open and print an invitation. */
export const sheet = {
  title: 'Inbjudan på papper',
  explain:
    'På utskriften finns klientens länk som QR-kod och en möteskod som går att skriva in. Inget namn står på den.',
  secret:
    'Vem som helst som har utskriften kommer till klientens dörr. Ge den bara till klienten. Att den öppnas antecknas i loggen.',
  open: 'Öppna inbjudan',
  opening: 'Öppnar…',
  print: 'Skriv ut',
  language: 'Utskriftens språk',
  backToVisit: 'Tillbaka till mötet',
  ended: 'Mötet är slut, så ingen bjuds längre in till det.',
};

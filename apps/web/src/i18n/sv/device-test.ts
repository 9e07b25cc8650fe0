import type { Texts } from '../texts.js';

/** The device test. What stands in several lines is a list of steps. */
export const deviceTest: Texts['deviceTest'] = {
  heading: 'Testa dina enheter',
  ask: 'Webbläsaren ber om tillstånd att använda kameran och mikrofonen. Välj Tillåt. Din bild och ditt ljud går till servern och kommer tillbaka bara till dig: ingen annan ser eller hör dig.',
  steps: 'Testets delar',
  start: 'Börja testet',
  continue: 'Fortsätt',
  withoutCamera: 'Fortsätt utan kamera',
  watchOnly: 'Fortsätt och bara titta och lyssna',
  skip: 'Hoppa över testet',
  opening: 'Öppnar kameran…',
  look: 'Ser du dig själv?',
  noPicture: 'Det finns ingen bild från kameran.',
  works: 'Fungerar',
  fails: 'Fungerar inte',
  heard: 'Du hörs',
  listening: 'Lyssnar…',
  saySomething: 'Säg något, till exempel ”Hej”.',
  silent: 'Inget ljud hörs',
  silentHelp:
    'Vi hör dig inte. Tala närmare enheten, och kontrollera att mikrofonen inte är avstängd på hörlurarna eller med en knapp på enheten.',
  speaker: 'Högtalare',
  play: 'Spela upp testljudet',
  didYouHear: 'Hörde du ljudet?',
  heardIt: 'Ja, jag hörde det',
  didNotHear: 'Nej, jag hörde det inte',
  speakerWorks: 'Ljudet hördes',
  notHeard:
    'Höj volymen. Kontrollera att enheten inte är ljudlös och att hörlurar inte är anslutna. Spela sedan upp testljudet igen.',
  line: 'Förbindelse',
  lineTesting: 'Testar förbindelsen…',
  lineLater: 'Förbindelsen kunde inte testas just nu. Du kan fortsätta ändå.',
  lineUntested: 'Inte testad',
  lineAgain: 'Testa förbindelsen igen',
  line_good: 'Förbindelsen är bra',
  line_weak: 'Förbindelsen är svag',
  line_poor: 'Förbindelsen är dålig',
  line_failed: 'Ingen förbindelse',
  lineHelp_weak:
    'Bilden kan ibland stanna. Gå närmare routern, eller stäng andra program och enheter som använder nätet.',
  lineHelp_poor:
    'Förbindelsen räcker troligen bara till tal. Gå närmare routern, eller prova ett annat nät, till exempel telefonens mobildata.',
  lineHelp_failed:
    'Bild och ljud går inte fram i det här nätet. Prova ett annat nät, till exempel telefonens mobildata, och stäng av VPN om du har det på.',
  echo: 'Så här ser andra dig',
  echoHeard: 'Din bild och ditt ljud går till servern och tillbaka.',
  allWell: 'Allt är i ordning',
  allWellText: 'Du är redo för mötet.',
  allWellSoFar: 'Kameran och mikrofonen är i ordning',
  notAllWell: 'Det här bör åtgärdas',
  fault_microphone_refused: 'Tillåt mikrofonen i webbläsaren.',
  fault_microphone_missing: 'Ingen mikrofon hittades.',
  fault_microphone_broken: 'Mikrofonen öppnas inte.',
  fault_microphone_silent: 'Inget ljud hörs från mikrofonen.',
  'fault_speaker_not-heard': 'Ljudet från högtalaren hördes inte.',
  fault_camera_refused: 'Tillåt kameran i webbläsaren.',
  fault_camera_missing: 'Ingen kamera hittades.',
  fault_camera_broken: 'Kameran öppnas inte.',
  fault_connection_weak: 'Förbindelsen är svag.',
  fault_connection_poor: 'Förbindelsen är dålig.',
  fault_connection_failed: 'Det finns ingen förbindelse.',
  bothRefused:
    'Webbläsaren fick inte tillstånd att använda kameran och mikrofonen. Så här tillåter du dem:',
  withoutBoth: 'Du kan också fortsätta utan dem.',
  camera_refused: 'Webbläsaren fick inte tillstånd att använda kameran. Så här tillåter du den:',
  withoutIt: 'Du kan också fortsätta utan kamera.',
  camera_missing:
    'Ingen kamera hittades. Kontrollera att den är ansluten. Du kan också fortsätta utan kamera.',
  camera_broken:
    'Kameran öppnas inte. Ett annat program använder den kanske: stäng andra videosamtal och försök igen. Du kan också fortsätta utan kamera.',
  microphone_refused:
    'Webbläsaren fick inte tillstånd att använda mikrofonen. Så här tillåter du den:',
  microphone_missing:
    'Ingen mikrofon hittades. Kontrollera att den är ansluten. Du kan också fortsätta utan den.',
  microphone_broken:
    'Mikrofonen öppnas inte. Ett annat program använder den kanske: stäng andra samtal och försök igen.',
  'steps_chromium-computer':
    'Tryck på ikonen i början av adressfältet: där finns ett lås eller två reglage.\nSlå på kameran och mikrofonen.\nTryck på Försök igen på den här sidan.',
  'steps_firefox-computer':
    'Tryck på den överstrukna kamera- eller mikrofonikonen i adressfältet.\nTa bort spärren genom att trycka på krysset bredvid den.\nTryck på Försök igen på den här sidan och välj Tillåt.',
  'steps_safari-mac':
    'Välj Safari överst på skärmen och sedan Inställningar för webbplatsen.\nVälj Tillåt för kameran och mikrofonen.\nTryck på Försök igen på den här sidan.',
  'steps_chromium-android':
    'Tryck på ikonen i början av adressfältet.\nVälj Behörigheter och tillåt kameran och mikrofonen.\nTryck på Försök igen på den här sidan.',
  'steps_firefox-android':
    'Tryck på låset i adressfältet.\nTillåt kameran och mikrofonen.\nTryck på Försök igen på den här sidan.',
  'steps_safari-ios':
    'Tryck på sidans ikon eller bokstäverna aA i kanten av adressfältet.\nVälj Webbplatsinställningar och tillåt kameran och mikrofonen.\nTryck på Försök igen på den här sidan.',
  'steps_other-ios':
    'Öppna enhetens Inställningar och leta upp den här webbläsaren i listan.\nSlå på kameran och mikrofonen.\nKom tillbaka till den här sidan och tryck på Försök igen.',
  'steps_in-app':
    'Den här sidan är öppen inne i en app, och appen kan spärra kameran.\nGå tillbaka till meddelandet, håll fingret på länken och kopiera den.\nÖppna en webbläsare, till exempel Chrome eller Safari, och klistra in länken i adressfältet.',
  steps_unknown:
    'Leta upp den här sidans behörigheter i webbläsarens inställningar.\nTillåt kameran och mikrofonen.\nTryck på Försök igen på den här sidan.',
  system_windows:
    'Om det inte hjälper: öppna Inställningar i Windows, sedan Sekretess och säkerhet, och tillåt kameran och mikrofonen.',
  system_mac:
    'Om det inte hjälper: öppna Systeminställningar, sedan Integritet och säkerhet, och tillåt kameran och mikrofonen för webbläsaren.',
  system_android:
    'Om det inte hjälper: öppna enhetens Inställningar, sedan Appar och din webbläsare, och tillåt kameran och mikrofonen.',
  system_ios:
    'Om det inte hjälper: öppna enhetens Inställningar, leta upp din webbläsare i listan, och tillåt kameran och mikrofonen.',
};

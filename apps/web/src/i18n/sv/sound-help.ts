import type { Texts } from '../texts.js';

/** What is said to who hears nothing, or is not heard, and presses for help. */
export const soundHelp: Texts['soundHelp'] = {
  label: 'Hjälp med ljudet',
  hearNothing: 'Jag hör inget',
  notHeard: 'Jag hörs inte',
  looking: 'Söker felet…',
  'hear_no-way': 'Förbindelsen är bruten. Vi söker en ny väg, vänta en stund.',
  hear_nobody: 'Det finns inga andra i mötet just nu.',
  'hear_others-muted': 'De andras mikrofoner är av. Ljudet hörs när de sätter på dem.',
  hear_blocked: 'Webbläsaren hade spärrat ljudet. Nu borde det höras.',
  'hear_does-not-come': 'Ljudet kom inte fram. Vi öppnade det på nytt, vänta en stund.',
  'hear_others-quiet':
    'Förbindelsen fungerar, men just nu talar ingen, eller så är talarens mikrofon tyst. Be i ett meddelande att den kontrolleras.',
  'hear_own-sound':
    'Ljudet kommer till den här enheten. Höj volymen, och kontrollera att enheten inte är ljudlös och att hörlurar inte är anslutna.',
  speak_off: 'Din mikrofon var av. Vi satte på den.',
  speak_refused:
    'Webbläsaren fick inte tillstånd att använda mikrofonen. Tryck på ikonen i början av adressfältet och tillåt mikrofonen.',
  speak_missing: 'Ingen mikrofon hittades. Kontrollera att den är ansluten.',
  speak_broken: 'Mikrofonen öppnas inte. Stäng andra samtal och program, och försök igen.',
  speak_ended: 'Mikrofonen hade lossnat. Vi öppnade den på nytt.',
  'speak_held-silent':
    'Enheten höll mikrofonen avstängd. Avsluta telefonsamtalet om ett pågår, och kontrollera knappen på hörlurarna eller enheten.',
  'speak_no-way': 'Förbindelsen är bruten. Vi söker en ny väg, vänta en stund.',
  'speak_does-not-leave': 'Ditt ljud gick inte fram. Vi öppnade det på nytt, vänta en stund.',
  speak_silent:
    'Inget ljud hörs från mikrofonen. Vi öppnade den på nytt. Om felet fortsätter, kontrollera avstängningsknappen eller byt mikrofon under Enheter.',
  speak_leaves: 'Ditt ljud går ut från den här enheten. Be de andra trycka på Jag hör inget.',
};

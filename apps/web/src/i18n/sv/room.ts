import type { Texts } from '../texts.js';

/** Who of a meeting waits, and who is spoken with alone, for staff. */
export const room: Texts['room'] = {
  waitsAgain_zero: 'Väntar igen, flyttades till väntrummet nyss',
  waitsAgain_one: 'Väntar igen, flyttades till väntrummet för en minut sedan',
  waitsAgain_other: 'Väntar igen, flyttades till väntrummet för {{count}} minuter sedan',
  turn: 'I tur som nummer {{number}}.',
  lostFor: 'Förbindelsen bröts för {{seconds}} s sedan. Platsen finns kvar.',
  away: 'Borta: förbindelsen har varit bruten i över två minuter',
  setApart: 'Väntar tills de andra kallas tillbaka',
  sendBack: 'Flytta till väntrummet',
  sendBackName: 'Flytta till väntrummet: {{name}}',
  speakAlone: 'Tala på tu man hand',
  speakAloneName: 'Tala på tu man hand: {{name}}',
  bringBack: 'Kalla tillbaka de andra',
  aloneWith: 'Du talar på tu man hand: {{name}}. De andra väntar och ser eller hör er inte.',
  aloneNotYet: 'Vänta ännu en stund: alla andra är inte i väntrummet än.',
  aloneAway:
    'Du talar på tu man hand: {{name}}. Hen är inte med just nu. De andra väntar fortfarande.',
  aloneByOther:
    '{{by}} talar på tu man hand: {{name}}. De andra väntar och ser eller hör dem inte.',
  aloneByOtherPlace:
    '{{by}} talar en stund på tu man hand. Du kommer tillbaka till mötet av dig själv när de andra kallas tillbaka.',
};

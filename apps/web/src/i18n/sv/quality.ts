import type { Texts } from '../texts.js';

export const quality: Texts['quality'] = {
  question: 'Hur fungerade mötet tekniskt?',
  anonymous: 'Svaret kopplas inte till dig: det bara räknas med.',
  good: 'Bra',
  fair: 'Någorlunda',
  poor: 'Dåligt',
  thanks: 'Tack för svaret!',
};

export const qualityCounts: Texts['qualityCounts'] = {
  heading: 'Hur mötena har fungerat',
  lead: 'Så svarade de som var med när de efter mötet fick frågan om hur det fungerade tekniskt. Antalen visas när månaden är slut, så att ingen ser vad någon just har svarat.',
  none: 'Det finns inga svar för månader som är slut.',
  answer: 'Svar',
};

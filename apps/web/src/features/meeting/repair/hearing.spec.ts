import { hearingRepairOf, type HearingFacts } from './hearing.js';

const FINE: HearingFacts = {
  stands: true,
  others: 1,
  speaking: 1,
  wasBlocked: false,
  comes: true,
  isAudible: true,
};

it.each<[string, Partial<HearingFacts>, string, string | null]>([
  ['the line is down', { stands: false, comes: false }, 'no-way', 'look-for-way'],
  ['nobody is there', { others: 0, speaking: 0, comes: false }, 'nobody', null],
  ['all others are muted', { speaking: 0, comes: false }, 'others-muted', null],
  ['nothing comes of who speaks', { comes: false }, 'does-not-come', 'rebuild'],
  [
    'nothing comes and nothing was played',
    { comes: false, wasBlocked: true },
    'does-not-come',
    'rebuild',
  ],
  ['the browser kept the sound off', { wasBlocked: true }, 'blocked', null],
  ['who speaks is silent', { isAudible: false }, 'others-quiet', null],
  ['all is well on the way', {}, 'own-sound', null],
])('who hears nothing while %s is helped', (_, change, finding, act) => {
  expect(hearingRepairOf({ ...FINE, ...change })).toEqual({ finding, act });
});

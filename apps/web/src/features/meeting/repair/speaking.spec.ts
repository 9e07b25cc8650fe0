import { speakingRepairOf, type SpeakingFacts } from './speaking.js';

const FINE: SpeakingFacts = {
  state: 'works',
  on: true,
  isLive: true,
  isHeldSilent: false,
  stands: true,
  leaves: true,
  isAudible: true,
};
const NOTHING = { isLive: false, leaves: false, isAudible: false };

it.each<[string, Partial<SpeakingFacts>, string, string | null]>([
  ['the microphone is off', { on: false, leaves: false, isAudible: false }, 'off', 'turn-on'],
  ['it is not allowed', { ...NOTHING, state: 'refused' }, 'refused', 'reopen'],
  ['there is none', { ...NOTHING, state: 'missing' }, 'missing', 'reopen'],
  ['another program has it', { ...NOTHING, state: 'broken' }, 'broken', 'reopen'],
  ['it was pulled out', NOTHING, 'ended', 'reopen'],
  ['a telephone call took it', { isHeldSilent: true, isAudible: false }, 'held-silent', 'reopen'],
  ['the line is down', { stands: false, leaves: false }, 'no-way', 'look-for-way'],
  ['nothing leaves', { leaves: false }, 'does-not-leave', 'rebuild'],
  ['it hears nothing', { isAudible: false }, 'silent', 'reopen'],
  ['all is well on this side', {}, 'leaves', null],
])('who is not heard while %s is helped', (_, change, finding, act) => {
  expect(speakingRepairOf({ ...FINE, ...change })).toEqual({ finding, act });
});

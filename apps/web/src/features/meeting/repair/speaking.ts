import type { DeviceState } from '@tapaamo/contracts';

/** What is known when somebody says that they are not heard. */
export interface SpeakingFacts {
  /** How their microphone opened. */
  state: DeviceState | 'unknown';
  /** Whether they want it on. */
  on: boolean;
  /** Whether it gives something: a device that was pulled out does not. */
  isLive: boolean;
  /** Whether the system, or a switch of the device, holds it silent. */
  isHeldSilent: boolean;
  /** Whether the line and the path stand. */
  stands: boolean;
  /** Whether sound went out over the network just now. */
  leaves: boolean;
  /** Whether there was anything to hear in it. */
  isAudible: boolean;
}

/** Why somebody is not heard, as far as their side can know. */
export type SpeakingFinding =
  | 'refused'
  | 'missing'
  | 'broken'
  | 'off'
  | 'ended'
  | 'held-silent'
  | 'no-way'
  | 'does-not-leave'
  | 'silent'
  | 'leaves';

/** What is done about it. */
export type SpeakingAct = 'reopen' | 'turn-on' | 'look-for-way' | 'rebuild';

/** Why somebody is not heard, and what is done about it: from the device to the network. */
export function speakingRepairOf(facts: SpeakingFacts): {
  finding: SpeakingFinding;
  act: SpeakingAct | null;
} {
  return ofDevice(facts) ?? ofNetwork(facts);
}

function ofDevice(
  facts: SpeakingFacts,
): { finding: SpeakingFinding; act: SpeakingAct } | undefined {
  const { state } = facts;
  if (!facts.on) {
    return { finding: 'off', act: 'turn-on' };
  }
  if (state !== 'works' && state !== 'unknown') {
    return { finding: state, act: 'reopen' };
  }
  if (!facts.isLive) {
    return { finding: 'ended', act: 'reopen' };
  }
  return facts.isHeldSilent ? { finding: 'held-silent', act: 'reopen' } : undefined;
}

function ofNetwork(facts: SpeakingFacts): { finding: SpeakingFinding; act: SpeakingAct | null } {
  if (!facts.stands) {
    return { finding: 'no-way', act: 'look-for-way' };
  }
  if (!facts.leaves) {
    return { finding: 'does-not-leave', act: 'rebuild' };
  }
  return facts.isAudible ? { finding: 'leaves', act: null } : { finding: 'silent', act: 'reopen' };
}

/** What is known when somebody says that they hear nothing. */
export interface HearingFacts {
  /** Whether the line and the path stand. */
  stands: boolean;
  /** How many others could be heard. */
  others: number;
  /** How many of their microphones are on. */
  speaking: number;
  /** The browser kept a sound off, because nobody had touched the page. */
  wasBlocked: boolean;
  /** Whether sound came over the network just now. */
  comes: boolean;
  /** Whether there was anything to hear in it. */
  isAudible: boolean;
}

/** Why nothing is heard, as far as this side can know. */
export type HearingFinding =
  'no-way' | 'nobody' | 'others-muted' | 'blocked' | 'does-not-come' | 'others-quiet' | 'own-sound';

/** What is done about it, besides that every sound is played anew by the device's usual loudspeaker. */
export type HearingAct = 'look-for-way' | 'rebuild';

/** Why somebody hears nothing, and what is done about it: the surest reason first. */
export function hearingRepairOf(facts: HearingFacts): {
  finding: HearingFinding;
  act: HearingAct | null;
} {
  if (!facts.stands) {
    return { finding: 'no-way', act: 'look-for-way' };
  }
  if (facts.others === 0) {
    return { finding: 'nobody', act: null };
  }
  if (facts.speaking === 0) {
    return { finding: 'others-muted', act: null };
  }
  if (!facts.comes) {
    return { finding: 'does-not-come', act: 'rebuild' };
  }
  if (facts.wasBlocked) {
    return { finding: 'blocked', act: null };
  }
  return { finding: facts.isAudible ? 'own-sound' : 'others-quiet', act: null };
}

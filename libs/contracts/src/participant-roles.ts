import type { ArrivalFinding } from './http/door-findings.js';
import {
  unidentifiedReasonSchema,
  type IdentificationLevel,
  type ParticipantRole,
  type UnidentifiedReason,
} from './words.js';

/** Most persons of a visit who come by a link of their own, the client included. */
export const PERSONS_MAX = 8;

/** Whether people with this role come by a link of their own. Staff of the organisation sign in instead. */
export function comesByLink(role: ParticipantRole): boolean {
  return role !== 'professional';
}

/**
 * Whether people with this role are identified, as strongly as the booking has it. The others come for their work or at
 * the client's side, and the professional lets them in by hand.
 */
export function identifies(role: ParticipantRole): boolean {
  return role === 'client' || role === 'guardian';
}

/** Whether people with this role come with the client or are the client: what shows how they are reached is the client's. */
export function isOfClientSide(role: ParticipantRole): boolean {
  return identifies(role) || role === 'support-person';
}

/**
 * Who stands for the client: whether the visit took place is told by them. A guardian does, a child's as well as a grown-up's
 * trustee (edunvalvoja).
 */
export function standsForClient(role: ParticipantRole): boolean {
  return role === 'client' || role === 'guardian';
}

/** Whether a student needs the yes of people with this role: the client's, of a child the guardians'. */
export function answersForClient(role: ParticipantRole, clientIsMinor: boolean): boolean {
  return role === (clientIsMinor ? 'guardian' : 'client');
}

/** Whether people with this role are asked about a student. A child is: their yes is not enough, and their no counts. */
export function isAskedForClient(role: ParticipantRole, clientIsMinor: boolean): boolean {
  return role === 'client' || answersForClient(role, clientIsMinor);
}

/** Whether people with this role are seen and heard in a meeting. A student only looks on. */
export function isHeard(role: ParticipantRole): boolean {
  return role !== 'observer';
}

/** Whether people with this role speak into the channel of the interpretation: what comes there is taken for what was said. */
export function interprets(role: ParticipantRole): boolean {
  return role === 'interpreter';
}

/**
 * How strongly somebody is identified at the door. A child need not be where the client must: many have no bank codes, and
 * wait until the professional lets them in. Who comes for their work or at the client's side is not identified at all.
 */
export function levelFor(
  role: ParticipantRole,
  { identificationLevel, clientIsMinor }: IdentifyingVisit,
): IdentificationLevel {
  if (!identifies(role)) {
    return 'off';
  }
  const isChild = role === 'client' && clientIsMinor;
  return isChild && identificationLevel === 'required' ? 'offered' : identificationLevel;
}

/**
 * Whether somebody is let in with a reason only: who was not identified where the client must be, who was identified as
 * anybody else than the booked person, and of whom the provider's own words contradict each other.
 */
export function needsReason(
  { role, finding }: DoubtfulArrival,
  { identificationLevel }: IdentifyingVisit,
): boolean {
  if (!identifies(role) || finding === 'same-person') {
    return false;
  }
  return finding !== 'not-identified' || identificationLevel === 'required';
}

/** The reasons that can be true of somebody. That a guardian is there must be true besides. */
export function reasonsFor(
  { role, finding }: DoubtfulArrival,
  { clientIsMinor }: Pick<IdentifyingVisit, 'clientIsMinor'>,
): UnidentifiedReason[] {
  const isChild = role === 'client' && clientIsMinor;
  const canBe: Record<UnidentifiedReason, boolean> = {
    // That a guardian is there says nothing of somebody else on the client's link.
    'with-guardian': role === 'client' && !isSomebodyElse(finding),
    'known-child': isChild,
    'known-person': !isChild,
    'name-changed': finding === 'different-name',
    'identified-otherwise': true,
    // Nobody has been seen or heard yet: an honest answer leaves no untrue one in the log.
    'checked-at-start': true,
  };
  return unidentifiedReasonSchema.options.filter((reason) => canBe[reason]);
}

/** Whether somebody was identified as neither the booked person, by what is known, nor a guardian of the visit. */
function isSomebodyElse(finding: ArrivalFinding): boolean {
  return finding === 'other-participant' || finding.startsWith('different-');
}

/** Somebody at the door, and what it found. */
interface DoubtfulArrival {
  role: ParticipantRole;
  finding: ArrivalFinding;
}

/** What of a visit decides who is identified. */
interface IdentifyingVisit {
  identificationLevel: IdentificationLevel;
  clientIsMinor: boolean;
}

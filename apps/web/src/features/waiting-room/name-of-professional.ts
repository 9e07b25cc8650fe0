import type { MeetingState, OtherParticipant } from '../meeting/index.js';

/** Whom the booking names, and which participant that is once the door tells it. */
export interface Inviter {
  name: string | undefined;
  participantId: string | null;
}

/**
 * The name of one of the staff, who may be a colleague or a stand-in: then the booking's name is not theirs.
 *
 * @param other - Undefined when it is not known who.
 * @returns Undefined when they are not known to be the inviter.
 */
export function nameOfProfessional(
  other: Pick<OtherParticipant, 'participantId'> | undefined,
  { name, participantId }: Inviter,
): string | undefined {
  return other !== undefined && other.participantId === participantId ? name : undefined;
}

/** The one professional of whom a page speaks: who is there, or was there last. Undefined when it may be one of several. */
export function professionalThere({
  others,
  lastLeft,
}: Pick<MeetingState, 'others' | 'lastLeft'>): OtherParticipant | undefined {
  const there = others.filter(isProfessional);
  if (there.length > 0) {
    return there.length === 1 ? there[0] : undefined;
  }
  return lastLeft !== undefined && isProfessional(lastLeft) ? lastLeft : undefined;
}

function isProfessional({ role }: OtherParticipant): boolean {
  return role === 'professional';
}

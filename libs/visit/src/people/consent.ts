import { answersForClient, type Admission, type ParticipantRole } from '@tapaamo/contracts';

/** Somebody of the client's side, and what they said of a student; null while they have said nothing. */
export interface Asked {
  role: ParticipantRole;
  admission: Admission;
  agreed: boolean | null;
}

/**
 * What the client's side says of a student. A no of anybody stands until they take it back, and nobody overrules it. A yes
 * is the client's; of a child it takes one guardian, and everyone who is at the door or in the meeting. A child's own yes
 * is not enough.
 *
 * @param asked - Everybody who was ever asked, who was removed since too: their no stands.
 * @returns Null while it is open.
 */
export function consentOf(asked: readonly Asked[], clientIsMinor: boolean): boolean | null {
  if (asked.some(({ agreed }) => agreed === false)) {
    return false;
  }
  const deciding = asked.filter(({ role }) => answersForClient(role, clientIsMinor));
  const isOpen = deciding.some((one) => isHere(one) && one.agreed === null);
  return !isOpen && deciding.some(({ agreed }) => agreed === true) ? true : null;
}

function isHere({ admission }: Asked): boolean {
  return admission === 'waiting' || admission === 'admitted';
}

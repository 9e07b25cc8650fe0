import {
  HIDDEN_HETU,
  maskedHetu,
  type ParticipantRole,
  type VisitRelation,
} from '@tapaamo/contracts';

/** Who looks at the code, and whose it is. */
interface Looking {
  role: ParticipantRole;
  relation: VisitRelation;
  /** Whether contact data is withheld from them (turvakielto). */
  withheld: boolean;
}

/**
 * What is shown of an identity code that was booked: to most that there is one. The client's day of birth is for who may
 * change the code, so that they see whose it is. Of a guardian not even that is shown: a public guardian's code stands
 * nowhere (Suomi.fi e-Authorizations).
 */
export function shownCode(
  hetu: string | null,
  { role, relation, withheld }: Looking,
): string | null {
  if (hetu === null) {
    return null;
  }
  const isHidden = role !== 'client' || relation === 'shared' || withheld;
  return isHidden ? HIDDEN_HETU : maskedHetu(hetu);
}

import { equalInConstantTime } from '@tapaamo/common';
import type { Verdict, VerdictBasis, VerdictResult } from '@tapaamo/contracts';
import type { IdentifiedPerson } from '../relying-party/identified-person.js';
import type { BookedPerson, OtherBookedPerson } from './booked-person.js';
import { compareNames } from './compare-names.js';

/** What is compared of the identified person. */
type Identified = Pick<IdentifiedPerson, 'name' | 'hetu' | 'birthDateDiffers'>;

/** How the identified person compares with the booked one, and by what. */
export type Finding = Pick<Verdict, 'result' | 'basis' | 'nameDiffers' | 'birthDateDiffers'>;

/**
 * Compares the identified person with the one whose link they came by. Where a henkilötunnus was booked it alone decides,
 * by all its eleven characters: a name may have changed, and namesakes there are many. Somebody without one (eIDAS) is
 * compared by name, and the finding says that the code could not be.
 *
 * @param othersOf - Opens who else is asked to this visit; called only when it is not the person whose link it is.
 */
export async function findingOf(
  identified: Identified,
  booked: BookedPerson,
  othersOf: () => Promise<readonly OtherBookedPerson[]>,
): Promise<Finding> {
  const { result, basis } = compare(identified, booked);
  const nameDiffers = byName(identified, booked) !== 'same-person';
  const known = { basis, nameDiffers, birthDateDiffers: identified.birthDateDiffers };
  return result === 'same-person'
    ? { ...known, result }
    : { ...known, result: (await otherOf(identified, othersOf)) ?? result };
}

/** Who else of the visit it is: a guardian first, whom the client's link may well have been meant for. */
async function otherOf(
  identified: Identified,
  othersOf: () => Promise<readonly OtherBookedPerson[]>,
): Promise<Extract<VerdictResult, 'guardian' | 'other-participant'> | null> {
  const found = (await othersOf()).filter(
    (other) => compare(identified, other).result === 'same-person',
  );
  if (found.length === 0) {
    return null;
  }
  return found.some(({ role }) => role === 'guardian') ? 'guardian' : 'other-participant';
}

function compare(
  identified: Identified,
  booked: BookedPerson,
): { result: VerdictResult; basis: VerdictBasis } {
  if (booked.hetu === null) {
    return { result: byName(identified, booked), basis: 'name' };
  }
  if (identified.hetu === null) {
    return { result: byName(identified, booked), basis: 'name-without-code' };
  }
  // Timing tells nothing of how many characters are right.
  const isSame = equalInConstantTime(
    Buffer.from(identified.hetu.reveal()),
    Buffer.from(booked.hetu.reveal()),
  );
  return { result: isSame ? 'same-person' : 'different-code', basis: 'identity-code' };
}

function byName({ name }: Identified, booked: BookedPerson): VerdictResult {
  return compareNames(booked.name.reveal(), name.reveal());
}

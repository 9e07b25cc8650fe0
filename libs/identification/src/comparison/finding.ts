import { equalInConstantTime } from '@tapaamo/common';
import {
  hetuBirthDate,
  type Verdict,
  type VerdictBasis,
  type VerdictResult,
} from '@tapaamo/contracts';
import type { IdentifiedPerson } from '../relying-party/identified-person.js';
import type { BookedPerson, OtherBookedPerson } from './booked-person.js';
import { compareNames, type NameFit } from './compare-names.js';
import { isOfAge } from './is-of-age.js';

/** What is compared of the identified person. */
type Identified = Pick<IdentifiedPerson, 'name' | 'hetu' | 'birthDate' | 'birthDateDiffers'>;

/** How the identified person compares with the booked one, and by what. */
export type Finding = Pick<Verdict, 'result' | 'basis' | 'nameDiffers' | 'birthDateDiffers'>;

/**
 * Compares the identified person with the one whose link they came by. Where a henkilötunnus was booked it alone decides,
 * by all its eleven characters: a name may have changed, and namesakes there are many. Somebody without one (eIDAS) is
 * never more than `same-name`: the code was booked because the name was not enough. Nobody of age is a minor who was booked
 * without a code, whatever their names: a child is often named after the very person it must be kept from.
 *
 * @param othersOf - Opens who else is asked to this visit; called only when it is not the person whose link it is.
 */
export async function findingOf(
  identified: Identified,
  booked: BookedPerson,
  othersOf: () => Promise<readonly OtherBookedPerson[]>,
): Promise<Finding> {
  const { result, basis } = compare(identified, booked);
  const nameDiffers = byName(identified, booked) === 'different';
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
    const fit = byName(identified, booked);
    const basis = fit === 'reversed' ? 'name-reversed' : 'name';
    return { result: withoutCodes(identified, booked, fit), basis };
  }
  if (identified.hetu === null) {
    const result = withoutCodes(identified, booked, byName(identified, booked));
    return { result, basis: 'name-without-code' };
  }
  // Timing tells nothing of how many characters are right.
  const isSame = equalInConstantTime(
    Buffer.from(identified.hetu.reveal()),
    Buffer.from(booked.hetu.reveal()),
  );
  return { result: isSame ? 'same-person' : 'different-code', basis: 'identity-code' };
}

/** By name and by what is known of when they were born: a day that contradicts the booking weighs more than any name. */
function withoutCodes(
  { birthDate }: Identified,
  booked: BookedPerson,
  fit: NameFit,
): VerdictResult {
  if (birthDate !== null && contradicts(birthDate.reveal(), booked)) {
    return 'different-birth-date';
  }
  if (fit === 'different') {
    return 'different-name';
  }
  const isSure = booked.hetu === null && (booked.minorOn === null || birthDate !== null);
  return isSure ? 'same-person' : 'same-name';
}

/** Whether who was born on a day cannot be the booked person. */
function contradicts(born: string, { hetu, minorOn }: BookedPerson): boolean {
  const bookedDay = hetu === null ? null : hetuBirthDate(hetu.reveal());
  const isOtherDay = bookedDay !== null && bookedDay !== born;
  const isGrownUp = minorOn !== null && isOfAge(born, minorOn);
  return isOtherDay || isGrownUp;
}

/** Who has a henkilötunnus is named by the register, with all its letters. */
function byName({ name, hetu }: Identified, booked: BookedPerson): NameFit {
  return compareNames(booked.name.reveal(), name.reveal(), { isOfRegister: hetu !== null });
}

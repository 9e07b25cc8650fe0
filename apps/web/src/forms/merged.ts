/** What two people wrote at once, put together. */
export interface Merged<Values> {
  values: Values;
  /** Fields that the other person changed. */
  theirs: (keyof Values & string)[];
}

/**
 * Puts together what this person wrote and what somebody else saved meanwhile: a field that only the other touched is
 * theirs, everything this person touched stays as they wrote it.
 *
 * @param base - The values from which this person began.
 */
export function merged<Values extends object>(
  base: Values,
  mine: Values,
  now: Values,
): Merged<Values> {
  const fields = Object.keys(base) as (keyof Values & string)[];
  const differs = (one: Values, other: Values, field: keyof Values) =>
    JSON.stringify(one[field]) !== JSON.stringify(other[field]);
  const theirs = fields.filter((field) => differs(base, now, field));
  const taken = theirs.filter((field) => !differs(base, mine, field));
  const changes = Object.fromEntries(taken.map((field) => [field, now[field]]));
  return { values: { ...mine, ...changes }, theirs };
}

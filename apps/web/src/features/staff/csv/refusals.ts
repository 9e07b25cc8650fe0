import type { FieldProblem } from '@tapaamo/contracts';
import type { ListedPerson } from './read-people.js';

/** Puts what the server refused of a list (`members.<index>.<field>`) beside the people whom it concerns. */
export function withRefusals(
  people: readonly ListedPerson[],
  refused: readonly FieldProblem[],
): readonly ListedPerson[] {
  const places = refused.map(({ field, code }) => {
    const [, index, name = ''] = field.split('.');
    return { index: Number(index), problem: { field: name, code } };
  });
  return people.map((person, index) => {
    const own = places.filter((place) => place.index === index).map(({ problem }) => problem);
    return own.length === 0 ? person : { ...person, problems: [...person.problems, ...own] };
  });
}

import type { ListedPerson } from './read-people.js';
import { withRefusals } from './refusals.js';

const person = (row: number): ListedPerson => ({
  row,
  member: { displayName: 'Aino', email: 'aino@malli.example', roles: ['professional'] },
  problems: [],
});

describe('what the server refuses of a list', () => {
  it('stands beside the person whom it concerns', () => {
    const code = 'staff.already-here';
    const people = withRefusals([person(2), person(4)], [{ field: 'members.1.email', code }]);
    expect(people.map(({ row, problems }) => [row, problems])).toEqual([
      [2, []],
      [4, [{ field: 'email', code }]],
    ]);
  });

  it('changes nothing when it is about no person', () => {
    const people = [person(2)];
    expect(withRefusals(people, [{ field: 'members', code: 'field.invalid' }])).toEqual(people);
  });
});

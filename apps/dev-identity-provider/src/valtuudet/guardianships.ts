import { TEST_PERSONS, type TestPerson } from '../test-persons.js';

/** Answer to the question whether somebody may act for another. */
export type AuthorizationResult = 'ALLOWED' | 'DISALLOWED';

/** Children by their guardians. For one of them the population register knows a reason why the answer is no. */
const CHILDREN: Readonly<Record<string, Readonly<Record<string, AuthorizationResult>>>> = {
  'helmi-nieminen': { 'venla-nieminen': 'ALLOWED', 'eeli-nieminen': 'DISALLOWED' },
  'aino-virtanen': { 'eevi-virtanen': 'ALLOWED' },
};

/** Children of a guardian. @param hetu - Of the guardian. */
export function childrenOf(hetu: string): TestPerson[] {
  const children = CHILDREN[personBy(hetu)?.id ?? ''] ?? {};
  return TEST_PERSONS.filter(({ id }) => id in children);
}

/** Whether somebody may act for another; by default not. */
export function authorizationOf(guardianHetu: string, childHetu: string): AuthorizationResult {
  const children = CHILDREN[personBy(guardianHetu)?.id ?? ''] ?? {};
  return children[personBy(childHetu)?.id ?? ''] ?? 'DISALLOWED';
}

function personBy(hetu: string): TestPerson | undefined {
  return TEST_PERSONS.find((person) => person.hetu === hetu);
}

import { GROUP_FIELDS, staffRoleSchema, type StaffRole } from '@tapaamo/contracts';
import { RefusedByRuleError } from './provider.errors.js';
import type { SignInProvider } from './sign-in-provider.entity.js';

/** What the rules say of somebody who has no account. */
type Rules = Pick<
  SignInProvider,
  'unknownPeople' | (typeof GROUP_FIELDS)[keyof typeof GROUP_FIELDS]
>;

/**
 * The roles of an account that is made for somebody. Each role is for the members of its group; that of professionals is
 * for everybody unless it has one. Only for accounts that are made: later an admin says who has which role.
 *
 * @throws RefusedByRuleError (`sign-in-provider.refused`) when nobody is made an account, or not this person.
 */
export function rolesOf(rules: Rules, groups: readonly string[]): StaffRole[] {
  if (rules.unknownPeople === 'refused') {
    throw new RefusedByRuleError('no-account');
  }
  const roles = staffRoleSchema.options.filter((role) => {
    const group = rules[GROUP_FIELDS[role]];
    return group === null ? role === 'professional' : groups.includes(group);
  });
  if (roles.length === 0) {
    throw new RefusedByRuleError('no-group');
  }
  return roles;
}

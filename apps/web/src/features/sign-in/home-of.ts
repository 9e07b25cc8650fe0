import type { StaffRole } from '@tapaamo/contracts';

/** The page where a member of staff begins: who meets clients begins with the day's bookings. */
export function homeOf(roles: readonly StaffRole[]): string {
  return roles.includes('professional') || roles.includes('team-lead')
    ? '/bookings'
    : '/forgetting';
}

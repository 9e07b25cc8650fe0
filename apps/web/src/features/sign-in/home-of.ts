import type { StaffRole } from '@tapaamo/contracts';

/** The page where a member of staff begins. */
export function homeOf(role: StaffRole): string {
  return role === 'admin' ? '/forgetting' : '/bookings';
}

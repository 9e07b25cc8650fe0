import type { StaffRole } from '@tapaamo/contracts';

/**
 * Who may use a route:
 * `public` anyone; `door` a client behind the door (a door session); a staff role: signed-in staff that has it;
 * `staff` signed-in staff of any role; `record-system` a key that allows what the route names (`@RecordScoped`); `operator` callers on the machine's own network (health and metrics).
 */
export type Permission = 'public' | 'door' | 'staff' | 'record-system' | 'operator' | StaffRole;

/** Roles of those who meet clients: who has none of them has no visit and no seat in one. */
export const MEETS_CLIENTS: readonly StaffRole[] = ['professional', 'team-lead'];

/** Whether somebody with these roles meets clients. */
export function meetsClients(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => MEETS_CLIENTS.includes(role));
}

/** A signed-in member of staff, as every service method gets them. */
export interface StaffActor {
  professionalId: string;
  organisationId: string;
  /** One at least. */
  roles: readonly StaffRole[];
  /** Key of the record system that acts in their place: it is told to the audit log instead of them. */
  recordKeyId?: string;
}

/** A client (or guardian) behind the door. */
export interface DoorActor {
  sessionId: string;
  participantId: string;
  visitId: string;
  organisationId: string;
}

/**
 * Who may use a route:
 * `public` anyone; `door` a client behind the door (a door session); `professional`, `admin` signed-in staff of that role;
 * `staff` signed-in staff of any role; `operator` callers on the machine's own network (health and metrics).
 */
export type Permission = 'public' | 'door' | 'professional' | 'admin' | 'staff' | 'operator';

/** A signed-in member of staff, as every service method gets them. */
export interface StaffActor {
  professionalId: string;
  organisationId: string;
  role: 'professional' | 'admin';
}

/** A client (or guardian) behind the door. */
export interface DoorActor {
  sessionId: string;
  participantId: string;
  visitId: string;
}

import { meetsClients } from '@tapaamo/access';
import type { StaffSession } from '@tapaamo/professional';
import type { StaffRole } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import type { Participant } from '../participant.entity.js';
import { reachRows } from '../reach/reach.js';
import type { VisitRef } from '../visit-ref.js';
import type { VisitRow } from '../visit.entity.js';

/** Columns of `visit` that decide who may sit in its meeting, by the property that has each. */
const OF_VISIT = {
  id: 'id',
  organisationId: 'organisation_id',
  bookingId: 'booking_id',
  mediaNodeId: 'media_node_id',
  aloneWith: 'alone_with',
  aloneBy: 'alone_by',
  endedAt: 'ended_at',
  delay: 'delay',
  delayUntil: 'delay_until',
  delayToldAt: 'delay_told_at',
  purgeDueAt: 'purge_due_at',
} as const satisfies Partial<Record<keyof VisitRow, string>>;

/** The same of `participant`. */
const OF_PARTICIPANT = {
  id: 'id',
  role: 'role',
  admission: 'admission',
  sessionId: 'session_id',
  professionalId: 'professional_id',
  sentBack: 'sent_back',
  agreed: 'agreed',
} as const satisfies Partial<Record<keyof Participant, string>>;

/** What decides who may sit in a visit's meeting, as it is written. */
export interface AdmissionRows {
  visit: Pick<VisitRow, keyof typeof OF_VISIT>;
  /** Without who was removed. */
  participants: Pick<Participant, keyof typeof OF_PARTICIPANT>[];
  /** Of the staff who reach the visit and may meet clients, open or run out. */
  sessions: Pick<StaffSession, 'id' | 'professionalId' | 'expiresAt'>[];
}

/** As the database gives it; instants within are text. */
type Found = AdmissionRows['visit'] & {
  participants: AdmissionRows['participants'];
  sessions: { id: string; professionalId: string; expiresAt: string; roles: StaffRole[] }[];
};

/**
 * Reads all of it with one statement, and so as of one moment: it is read for everybody who comes, and whenever anything of
 * the visit changes.
 *
 * @returns Null when the visit is unknown or due to be forgotten, or its organisation is out of use.
 */
export async function admissionRows(
  tx: EntityManager,
  { organisationId, visitId }: VisitRef,
  now: Date,
): Promise<AdmissionRows | null> {
  const parameters: unknown[] = [visitId, now];
  const bind = (value: unknown) => `$${String(parameters.push(value))}`;
  const reaching = reachRows({ organisationId, now }, { visitIds: [visitId] }, bind);
  const [found] = await tx.query<Found[]>(
    `SELECT ${columns('visit', OF_VISIT)},
       (SELECT coalesce(json_agg(one), '[]') FROM (
         SELECT ${columns('participant', OF_PARTICIPANT)} FROM participant
         WHERE participant.visit_id = visit.id AND participant.removed_at IS NULL
       ) one) AS participants,
       (SELECT coalesce(json_agg(one), '[]') FROM (
         SELECT session.id, session.professional_id AS "professionalId", session.expires_at AS "expiresAt", account.roles
         FROM professional account JOIN staff_session session ON session.professional_id = account.id
         WHERE account.deactivated_at IS NULL
           AND account.id IN (SELECT way."professionalId" FROM (${reaching}) way)
       ) one) AS sessions
     FROM visit JOIN organisation ON organisation.id = visit.organisation_id
     WHERE visit.id = $1 AND visit.purge_due_at > $2 AND organisation.disabled_at IS NULL`,
    parameters,
  );
  if (found === undefined) {
    return null;
  }
  const { participants, sessions, ...visit } = found;
  return {
    visit,
    participants,
    sessions: sessions
      .filter(({ roles }) => meetsClients(roles))
      .map(({ id, professionalId, expiresAt }) => ({
        id,
        professionalId,
        expiresAt: new Date(expiresAt),
      })),
  };
}

/** Columns of a table under the names of their properties. */
function columns(table: string, of: Record<string, string>): string {
  return Object.entries(of)
    .map(([property, column]) => `${table}.${column} AS "${property}"`)
    .join(', ');
}

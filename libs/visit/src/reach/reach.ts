import { localDateOf } from '@tapaamo/common';
import { visitRelationSchema, type BookingStatus, type VisitRelation } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';

/** That somebody reaches a visit, and by what. */
export interface Reach {
  visitId: string;
  bookingId: string;
  professionalId: string;
  relation: VisitRelation;
}

/** A way to a visit, as rows of `booking` and `visit` with the account that it is open to. */
interface Way {
  account: string;
  from: string;
  /** @param today - Gives the present local day. @param now - The present instant. */
  where: (today: () => string, now: string) => string;
}

const OF_ITS_BOOKING = 'JOIN visit ON visit.booking_id = booking.id';

/** The rule of who reaches a visit. It stands here and nowhere else. */
const WAYS: Record<VisitRelation, Way> = {
  own: {
    account: 'booking.professional_id',
    from: `booking ${OF_ITS_BOOKING}`,
    where: () => 'true',
  },
  'stand-in': {
    account: 'stand_in.stand_in_id',
    from: `stand_in JOIN booking ON booking.professional_id = stand_in.absent_id ${OF_ITS_BOOKING}`,
    where: (
      today,
      now,
    ) => `(booking.starts_at AT TIME ZONE 'Europe/Helsinki')::date >= stand_in.first_day
      AND (booking.starts_at AT TIME ZONE 'Europe/Helsinki')::date <= stand_in.last_day
      AND (stand_in.last_day >= ${today()}::date OR booking.ends_at > ${now})`,
  },
  team: {
    account: 'lead.professional_id',
    from: `team_member lead JOIN professional account ON account.id = lead.professional_id
      JOIN team_member member ON member.team_id = lead.team_id
      JOIN booking ON booking.professional_id = member.professional_id ${OF_ITS_BOOKING}`,
    where: () => `lead.leads AND 'team-lead' = ANY (account.roles)`,
  },
  shared: {
    account: 'share.professional_id',
    from: `booking_share share JOIN visit ON visit.id = share.visit_id
      JOIN booking ON booking.id = visit.booking_id`,
    where: () => 'true',
  },
};

/** Where and when it is looked: what is due to be forgotten is reached by nobody. */
interface Present {
  organisationId: string;
  now: Date;
}

/** Which visits, and whose reach; everybody's unless said otherwise. */
interface Wish {
  visitIds?: readonly string[];
  bookingIds?: readonly string[];
  professionalId?: string;
  /** Start of the booking in [from, to). */
  starts?: readonly [from: Date, to: Date];
  status?: BookingStatus;
  /** Those that are held and not overdue, in place of those that are not due. The transaction must see what is due. */
  held?: true;
  /** Only these ways. */
  relations?: readonly VisitRelation[];
}

/** Who reaches which of the wanted visits; each by the strongest of their ways. */
export async function reach(
  tx: EntityManager,
  { organisationId, now }: Present,
  wish: Wish,
): Promise<Reach[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${String(parameters.push(value))}`;
  const rows = reachRows({ organisationId, now }, wish, bind);
  return strongest(await tx.query<Reach[]>(rows, parameters));
}

/**
 * The same as the text of a statement, to be part of a larger one. Somebody with several ways has several rows.
 *
 * @param bind - Takes a value of the larger statement and gives its placeholder.
 */
export function reachRows(
  { organisationId, now }: Present,
  wish: Wish,
  bind: (value: unknown) => string,
): string {
  const [organisation, instant] = [bind(organisationId), bind(now)];
  const visits = wish.visitIds === undefined ? null : bind([...wish.visitIds]);
  const bookings = wish.bookingIds === undefined ? null : bind([...wish.bookingIds]);
  const account = wish.professionalId === undefined ? null : bind(wish.professionalId);
  const status = wish.status === undefined ? null : bind(wish.status);
  const [from, to] = (wish.starts ?? []).map(bind);
  const ways = (wish.relations ?? visitRelationSchema.options).map((relation) => {
    const way = WAYS[relation];
    const conditions = [
      `visit.organisation_id = ${organisation}::uuid`,
      `visit.${wish.held === true ? 'held_due_at' : 'purge_due_at'} > ${instant}::timestamptz`,
      `(${way.where(() => bind(localDateOf(now)), `${instant}::timestamptz`)})`,
      ...(visits === null ? [] : [`visit.id = ANY (${visits}::uuid[])`]),
      ...(bookings === null ? [] : [`booking.id = ANY (${bookings}::uuid[])`]),
      ...(account === null ? [] : [`${way.account} = ${account}::uuid`]),
      ...(status === null ? [] : [`booking.status = ${status}`]),
      ...(from === undefined ? [] : [`booking.starts_at >= ${from}::timestamptz`]),
      ...(to === undefined ? [] : [`booking.starts_at < ${to}::timestamptz`]),
    ];
    return `SELECT visit.id AS "visitId", booking.id AS "bookingId", ${way.account} AS "professionalId",
      '${relation}' AS relation FROM ${way.from} WHERE ${conditions.join(' AND ')}`;
  });
  return ways.join(' UNION ALL ');
}

function strongest(found: Reach[]): Reach[] {
  const rank = ({ relation }: Reach) => visitRelationSchema.options.indexOf(relation);
  const best = new Map<string, Reach>();
  for (const one of found.toSorted((a, b) => rank(b) - rank(a))) {
    best.set(`${one.visitId} ${one.professionalId}`, one);
  }
  return [...best.values()];
}

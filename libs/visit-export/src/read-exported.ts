import { BookingRow } from '@tapaamo/booking';
import { exportedPersonSchema, type ExportedVisit } from '@tapaamo/contracts';
import { Service } from '@tapaamo/organisation';
import { Professional } from '@tapaamo/professional';
import type { Vault } from '@tapaamo/vault';
import { Participant, VisitRow, openPerson, referenceIn } from '@tapaamo/visit';
import { Any, MoreThan, type EntityManager } from 'typeorm';

/** Which visits, of whom, and when it is asked. */
interface Wish {
  organisationId: string;
  visitIds: readonly string[];
  now: Date;
}

/** Opens visits for the exported file. Of those that are due by now nothing is there; what does not open is counted. */
export async function readExported(
  tx: EntityManager,
  vault: Vault,
  { organisationId, visitIds, now }: Wish,
): Promise<ExportedVisit[]> {
  const living = { id: Any([...visitIds]), organisationId, purgeDueAt: MoreThan(now) };
  const visits = await tx.findBy(VisitRow, living);
  const ids = visits.map(({ id }) => id);
  const bookings = await byId(
    tx,
    BookingRow,
    visits.map(({ bookingId }) => bookingId),
  );
  const booked = [...bookings.values()];
  const services = await byId(
    tx,
    Service,
    booked.map(({ serviceId }) => serviceId),
  );
  const staff = await byId(
    tx,
    Professional,
    booked.map((row) => row.professionalId),
  );
  const people = Map.groupBy(
    await tx.findBy(Participant, { visitId: Any(ids) }),
    ({ visitId }) => visitId,
  );
  const open = await vault.opener(tx, ids, 'hidden');
  return visits.flatMap((visit) => {
    const booking = bookings.get(visit.bookingId);
    if (booking === undefined) {
      return [];
    }
    const sealed = (people.get(visit.id) ?? []).filter(({ envelope }) => envelope !== null);
    const opened = sealed.flatMap((row) => {
      const person = openPerson(row, open);
      const { role } = row;
      return person === null ? [] : [exportedPersonSchema.parse({ hetu: null, ...person, role })];
    });
    return [
      {
        visitId: visit.id,
        serviceName: services.get(booking.serviceId)?.nameFi ?? '',
        professionalName: staff.get(booking.professionalId)?.displayName ?? '',
        startsAt: booking.startsAt.toISOString(),
        endsAt: booking.endsAt.toISOString(),
        status: booking.status,
        purgeDueAt: visit.purgeDueAt.toISOString(),
        recordReference: referenceIn(open, visit),
        people: opened,
        unopened: sealed.length - opened.length,
      },
    ];
  });
}

async function byId<Row extends { id: string }>(
  tx: EntityManager,
  entity: new () => Row,
  ids: string[],
): Promise<Map<string, Row>> {
  const rows = await tx.findBy<{ id: string }>(entity, { id: Any([...new Set(ids)]) });
  return new Map((rows as Row[]).map((row) => [row.id, row]));
}

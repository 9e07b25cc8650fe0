import type { AuditEntry } from '@tapaamo/audit';
import { STAFF_IN_DETAILS, type AuditEntryView } from '@tapaamo/contracts';

/** Ids of the accounts that entries name. */
export function staffIn(entries: readonly AuditEntry[]): string[] {
  return entries.flatMap(({ actorKind, actorId, targetKind, targetId, details }) => [
    ...staffInDetails(details),
    ...(actorKind === 'staff' && actorId !== null ? [actorId] : []),
    ...(targetKind === 'staff' && targetId !== null ? [targetId] : []),
  ]);
}

/** Ids of the record systems' keys that entries name. */
export function keysIn(entries: readonly AuditEntry[]): string[] {
  return entries.flatMap(({ actorKind, actorId, targetKind, targetId }) => [
    ...(actorKind === 'record-system' && actorId !== null ? [actorId] : []),
    ...(targetKind === 'record-key' && targetId !== null ? [targetId] : []),
  ]);
}

/** Ids of the services that entries name. */
export function servicesIn(entries: readonly AuditEntry[]): string[] {
  return entries.flatMap(({ targetKind, targetId }) =>
    targetKind === 'service' && targetId !== null ? [targetId] : [],
  );
}

function staffInDetails(details: AuditEntry['details']): string[] {
  const ids = STAFF_IN_DETAILS.flatMap((key) => [details[key] ?? []].flat() as string[]);
  return [...new Set(ids)];
}

/** An entry as it is shown. @param names - Of staff, services and record systems' keys, by id. */
export function auditEntryView(
  entry: AuditEntry,
  names: ReadonlyMap<string, string>,
): AuditEntryView {
  const { id, event, visits, network, correlationId, details, targetKind, targetId } = entry;
  const nameOf = (of: string | null): string | null => names.get(of ?? '') ?? null;
  return {
    id,
    event,
    visits,
    network,
    correlationId,
    details,
    people: staffInDetails(details).map((named) => ({ id: named, name: nameOf(named) })),
    sequence: Number(entry.sequence),
    at: entry.at.toISOString(),
    actor: { kind: entry.actorKind, id: entry.actorId, name: nameOf(entry.actorId) },
    target:
      targetKind === null || targetId === null
        ? null
        : { kind: targetKind, id: targetId, name: nameOf(targetId) },
  };
}

import { CSV_MARK, csvCell } from '@tapaamo/common';
import type { AuditEntryView, AuditExportQuery } from '@tapaamo/contracts';

/** An entry with the hash that binds it. */
export type ExportedEntry = AuditEntryView & { hash: string };

const COLUMNS: [name: string, value: (entry: ExportedEntry) => string | number | null][] = [
  ['sequence', ({ sequence }) => sequence],
  ['at', ({ at }) => at],
  ['event', ({ event }) => event],
  ['actor', ({ actor }) => actor.kind],
  ['actorId', ({ actor }) => actor.id],
  ['actorName', ({ actor }) => actor.name],
  ['target', ({ target }) => target?.kind ?? null],
  ['targetId', ({ target }) => target?.id ?? null],
  ['targetName', ({ target }) => target?.name ?? null],
  ['visits', ({ visits }) => visits.join(' ')],
  ['network', ({ network }) => network],
  ['correlationId', ({ correlationId }) => correlationId],
  ['details', ({ details }) => JSON.stringify(details)],
  ['people', ({ people }) => people.map(({ id, name }) => name ?? id).join('; ')],
  ['id', ({ id }) => id],
  ['hash', ({ hash }) => hash],
];

/** Type of an export's file. */
export const EXPORT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const satisfies Record<AuditExportQuery['format'], string>;

/** What stands before the entries: names of columns, after a mark by which spreadsheets know UTF-8. */
export function exportHead(format: AuditExportQuery['format']): string {
  return format === 'csv' ? `${CSV_MARK}${COLUMNS.map(([name]) => name).join(',')}\r\n` : '';
}

/** One entry as a line. */
export function exportLine(format: AuditExportQuery['format'], entry: ExportedEntry): string {
  return format === 'csv'
    ? `${COLUMNS.map(([, value]) => csvCell(value(entry))).join(',')}\r\n`
    : `${JSON.stringify(entry)}\n`;
}

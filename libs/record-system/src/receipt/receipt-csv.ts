import { CSV_MARK, csvCell } from '@tapaamo/common';
import type { Receipt } from '@tapaamo/contracts';

const COLUMNS: readonly [name: string, value: (receipt: Receipt) => string | null][] = [
  ['visitId', ({ visitId }) => visitId],
  ['recordReference', ({ recordReference }) => recordReference],
  ['service', ({ serviceName }) => serviceName.fi],
  ['serviceId', ({ serviceId }) => serviceId],
  ['professionalId', ({ professionalId }) => professionalId],
  ['outcome', ({ outcome }) => outcome],
  ['cancelReason', ({ cancelReason }) => cancelReason],
  ['bookedFrom', ({ bookedFrom }) => bookedFrom],
  ['bookedUntil', ({ bookedUntil }) => bookedUntil],
  ['arrivedAt', ({ arrivedAt }) => arrivedAt],
  ['letInAt', ({ letInAt }) => letInAt],
  ['metFrom', ({ metFrom }) => metFrom],
  ['metUntil', ({ metUntil }) => metUntil],
  ['endedAt', ({ endedAt }) => endedAt],
  ['roles', ({ participants }) => participants.map(({ role }) => role).join(' ')],
  [
    'professionalsThere',
    ({ participants }) => participants.flatMap((one) => one.professionalId ?? []).join(' '),
  ],
  ['identificationLevel', ({ identificationLevel }) => identificationLevel],
  ['verdict', ({ identification }) => identification?.result ?? null],
  ['verdictBasis', ({ identification }) => identification?.basis ?? null],
  ['assurance', ({ identification }) => identification?.assurance ?? null],
  ['method', ({ identification }) => identification?.method ?? null],
  ['firstOutcome', ({ correction }) => correction?.firstOutcome ?? null],
  ['correctedAt', ({ correction }) => correction?.correctedAt ?? null],
  ['correctedBy', ({ correction }) => correction?.by ?? null],
  ['correctionReason', ({ correction }) => correction?.reason ?? null],
];

/** A receipt as a file for a spreadsheet: names of columns, and one line. It names no client. */
export function receiptCsv(receipt: Receipt): string {
  const names = COLUMNS.map(([name]) => name).join(',');
  const values = COLUMNS.map(([, value]) => csvCell(value(receipt))).join(',');
  return `${CSV_MARK}${names}\r\n${values}\r\n`;
}

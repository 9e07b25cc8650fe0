/**
 * Every job of the product. A job is a tick without data: what there is to do stands in the tables. Ticks of one name
 * wait for each other, so what must not hold up another has a name of its own.
 */
export const JOB_NAMES = [
  'outbox.deliver-sms',
  'outbox.deliver-email',
  'staff.deliver-invitations',
  'staff.deliver-notices',
  'visit.close-overdue',
  'visit.reckon-due',
  'purge.sweep',
  'alarms.watch',
  'keys.escrow',
  'organisations.forget',
  'holds.review',
  'audit.verify',
  'availability.read-calendars',
  'records.tell-webhook',
  'records.tell-fhir',
] as const;

export type JobName = (typeof JOB_NAMES)[number];

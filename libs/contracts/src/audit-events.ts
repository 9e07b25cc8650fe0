import { z } from 'zod';
import { ageRecipientSchema } from './http/visit-export.js';
import { pauseReasonSchema, resumeReasonSchema } from './alarms.js';
import { languageSchema } from './language.js';
import {
  retentionAnchorSchema,
  retentionCategorySchema,
  retentionPeriodSchema,
} from './http/retention.js';
import { emailDomainSchema, idSchema, localDateSchema } from './primitives.js';
import {
  cancelReasonSchema,
  companionRoleSchema,
  delayWordSchema,
  erasureReasonSchema,
  holdKindSchema,
  holdReasonSchema,
  messageChannelSchema,
  messageKindSchema,
  missedReviewSchema,
  outcomeReasonSchema,
  outcomeSchema,
  participantRoleSchema,
  recordScopeSchema,
  staffRoleSchema,
} from './words.js';

const count = z.number().int().min(0);
const roles = z.array(staffRoleSchema);
const nothing = z.strictObject({});

/** Accounts of staff. */
const staff = z.array(idSchema);
const team = z.strictObject({
  added: staff,
  removed: staff,
  leadsBefore: staff,
  leadsAfter: staff,
});
const standIn = z.strictObject({
  standInId: idSchema,
  firstDay: localDateSchema,
  lastDay: localDateSchema,
});

/** Of an organisation's e-mail addresses: no person's. */
const domain = z.strictObject({ domain: emailDomainSchema });

/** How long something is kept, and how many visits that brings forward. */
const retention = z.strictObject({
  category: retentionCategorySchema,
  anchor: retentionAnchorSchema,
  period: retentionPeriodSchema,
  count,
});

/** How a member of staff proves who they are. */
const method = z.enum(['password', 'passkey', 'totp', 'recovery-code', 'oidc', 'invitation']);

/** What a reader of the audit log narrowed it by. */
const filtered = z.array(z.enum(['from', 'to', 'person', 'event', 'visit']));

/**
 * Everything that the audit log tells of, and the details that each may have. Details are numbers, days, ids, words of a
 * closed list, domains and public keys: a name, an address or a sentence fits nowhere (test/conventions).
 */
export const AUDIT_EVENTS = {
  'sign-in.succeeded': z.strictObject({ method }),
  'sign-in.confirmed': z.strictObject({ method }),
  'sign-in.failed': z.strictObject({
    reason: z.enum([
      'wrong-password',
      'wrong-second-factor',
      'wrong-passkey',
      'too-many-attempts',
      'deactivated',
      'organisation-disabled',
      'refused-by-rule',
      'provider-only',
    ]),
  }),
  'sign-out.done': nothing,
  'session.ended': z.strictObject({ count }),
  'password.changed': nothing,
  'sign-in-method.added': z.strictObject({ method }),
  'sign-in-method.removed': z.strictObject({ method }),
  'recovery-codes.made': nothing,

  'staff.viewed': z.strictObject({ count }),
  'staff.invited': z.strictObject({ roles }),
  'staff.created': z.strictObject({ roles }),
  'staff.imported': z.strictObject({ count, refused: count }),
  'staff.invitation-link-shown': nothing,
  'staff.invitation-withdrawn': nothing,
  'staff.invitation-accepted': nothing,
  'staff.changed': nothing,
  'staff.roles-changed': z.strictObject({ before: roles, after: roles }),
  'staff.deactivated': nothing,
  'staff.reactivated': nothing,
  'staff.sign-in-reset': nothing,
  'team.created': nothing,
  'team.changed': team,
  'team.removed': team,
  'stand-in.added': standIn,
  'stand-in.removed': standIn,
  'calendar-feed.renewed': nothing,
  'calendar-feed.revoked': nothing,

  'organisation.created': nothing,
  'organisation.changed': nothing,
  'organisation.disabled': nothing,
  'organisation.enabled': nothing,
  // A public key, which says for whom a file was sealed.
  'export-key.set': z.strictObject({ recipient: ageRecipientSchema }),
  'visits.exported': z.strictObject({ count, recipient: ageRecipientSchema }),
  'organisation.close-asked': nothing,
  'organisation.closed': nothing,
  'message-text.changed': z.strictObject({
    kind: messageKindSchema,
    channel: messageChannelSchema,
    language: languageSchema,
    isOwn: z.boolean(),
  }),
  'service.created': nothing,
  'service.changed': nothing,
  'service.closed': nothing,
  'retention-policy.proposed': retention,
  'retention-policy.confirmed': retention,
  'retention-policy.withdrawn': retention,
  'retention-policy.changed': retention,
  'sign-in-provider.changed': nothing,
  'sign-in-provider.rule-set': z.strictObject({ emergency: staff }),
  'sign-in-provider.rule-lifted': z.strictObject({ emergency: staff }),
  'record-system.changed': nothing,
  'record-system.secret-made': nothing,
  'record-system.secret-ended': nothing,
  'record-system.visit-read': nothing,
  'record-key.made': z.strictObject({ scopes: z.array(recordScopeSchema) }),
  'record-key.revoked': nothing,
  'record-key.scope-refused': z.strictObject({ scope: recordScopeSchema }),
  'sign-in-domain.assigned': domain,
  'sign-in-domain.released': domain,
  'keys.rotated': z.strictObject({ count }),
  'keys.restored': z.strictObject({ count }),
  'installation.restored': z.strictObject({
    erased: count,
    corrected: count,
    dropped: count,
    lost: count,
  }),

  'booking.created': nothing,
  'booking.changed': nothing,
  'booking.non-disclosure-set': nothing,
  'booking.non-disclosure-ended': nothing,
  'booking.reference-changed': nothing,
  'participant.added': z.strictObject({ role: companionRoleSchema }),
  'participant.removed': z.strictObject({ role: companionRoleSchema }),
  'participant.identity-code-set': nothing,
  'participant.identity-code-removed': nothing,
  'participant.identification-unlocked': nothing,
  'participant.unidentified-allowed': nothing,
  'participant.unidentified-withdrawn': nothing,
  'observer.agreed': nothing,
  'observer.refused': nothing,
  'booking.cancelled': z.strictObject({ reason: cancelReasonSchema }),
  'link.renewed': nothing,
  'link.resent': nothing,
  'sheet.opened': nothing,
  'client.called-in': nothing,
  'booking.handed-over': z.strictObject({ fromId: idSchema, toId: idSchema }),
  'booking.shared': z.strictObject({ withId: idSchema }),
  'booking.share-ended': z.strictObject({ withId: idSchema }),
  'client-identifiers.viewed': z.strictObject({
    place: z.enum(['bookings', 'booking-search', 'visit']),
    count,
  }),
  'visit.meeting-access-given': nothing,
  'visit.client-admitted': nothing,
  /** Let in with a reason. Which it was, is counted and not told here: some are true of one finding only. */
  'visit.child-admitted': nothing,
  'visit.doubtful-admitted': z.strictObject({ role: participantRoleSchema }),
  'visit.delay-told': z.strictObject({ delay: z.enum([...delayWordSchema.options, 'none']) }),
  'visit.outcome-corrected': z.strictObject({
    before: outcomeSchema,
    after: outcomeSchema,
    reason: outcomeReasonSchema,
  }),
  'participant.sent-back': z.strictObject({ role: participantRoleSchema }),
  'visit.alone-begun': z.strictObject({ role: participantRoleSchema }),
  'visit.alone-ended': nothing,
  'participant.admitted': z.strictObject({ role: companionRoleSchema }),
  'visit.ended': z.strictObject({ by: z.enum(['professional', 'clock']) }),
  /** The client relationship is over, or goes on; with how many of the client's visits. */
  'visit.relationship-ended': z.strictObject({ count }),
  'visit.relationship-goes-on': z.strictObject({ count }),
  'visit.erased-early': z.strictObject({ reason: erasureReasonSchema }),
  'hold.requested': z.strictObject({
    kind: holdKindSchema,
    reason: holdReasonSchema,
    reviewBy: localDateSchema,
  }),
  'hold.confirmed': nothing,
  'hold.withdrawn': nothing,
  'hold.extended': z.strictObject({ reviewBy: localDateSchema }),
  'hold.review-missed': z.strictObject({ days: count }),
  'hold.released': z.strictObject({
    by: z.enum(['staff', 'missed-review']),
    personTold: z.boolean(),
  }),
  'hold.rule-changed': z.strictObject({ onMissed: missedReviewSchema }),
  /** What was found, by what and how surely is sealed with the visit, and not told here. */
  'identification.succeeded': z.strictObject({
    /** It came back in another browser, where the person confirmed the number. */
    handedBack: z.literal(true).optional(),
  }),
  /** It came back in another browser than it began in, and waits to be confirmed there. */
  'identification.returned-elsewhere': nothing,
  'representation.checked': nothing,
  'identification.failed': z.strictObject({
    reason: z.enum([
      'cancelled',
      'assurance-too-low',
      'provider-unavailable',
      'rejected',
      // It came back in another browser, and the person there did not confirm it, or was on another device.
      'other-device',
      'number-wrong',
      'not-confirmed',
    ]),
  }),

  'forgetting.viewed': nothing,
  'forgetting.paused': z.strictObject({ reason: pauseReasonSchema }),
  'forgetting.resumed': z.strictObject({ reason: resumeReasonSchema }),
  'keys.released': z.strictObject({ count }),
  'forgetting.swept': z.strictObject({ erased: count, failed: count }),

  'audit.viewed': z.strictObject({ filtered }),
  'audit.exported': z.strictObject({ format: z.enum(['csv', 'jsonl']), filtered }),
  'audit.expired': z.strictObject({ count, recordedBefore: localDateSchema }),
  'audit.checked': z.strictObject({ intact: z.boolean() }),
} as const;

export type AuditEventName = keyof typeof AUDIT_EVENTS;

/** Where details hold ids. All of them are accounts of staff: who gained access, or lost it (test/conventions). */
export const STAFF_IN_DETAILS = [
  'withId',
  'fromId',
  'toId',
  'standInId',
  'added',
  'removed',
  'leadsBefore',
  'leadsAfter',
  'emergency',
] as const;

/** Details of one event. */
export type AuditDetails<Event extends AuditEventName> = z.input<(typeof AUDIT_EVENTS)[Event]>;

/** Name of an event of the audit log. */
export const auditEventNameSchema = z.enum(
  Object.keys(AUDIT_EVENTS) as [AuditEventName, ...AuditEventName[]],
);

/**
 * Who did it: `staff` an account, `client` a participant, `record-system` a key of one, `operator` the installation's
 * command, `system` a job, `unknown` somebody who did not prove to be anyone.
 */
export const auditActorKindSchema = z.enum([
  'staff',
  'client',
  'record-system',
  'operator',
  'system',
  'unknown',
]);
export type AuditActorKind = z.infer<typeof auditActorKindSchema>;

/** What it was done to. */
export const auditTargetKindSchema = z.enum([
  'organisation',
  'service',
  'retention-policy',
  'staff',
  'team',
  'visit',
  'participant',
  'record-key',
]);
export type AuditTargetKind = z.infer<typeof auditTargetKindSchema>;

/** What is wrong with a chain, seen at the first entry that does not fit. */
export const auditBreakSchema = z.enum([
  /** An entry is not what it was when it was written, or stands in another's place. */
  'changed',
  /** An entry is gone from the middle or the beginning. */
  'missing',
  /** The newest entries are gone. */
  'cut',
  /** There are entries that were never appended. */
  'added',
]);
export type AuditBreak = z.infer<typeof auditBreakSchema>;

import { z } from 'zod';

/**
 * What a signed-in member of staff may do; one person may have several:
 * `professional` own bookings and those shared with them, `team-lead` their team's, `admin` settings, staff and policies,
 * `data-protection-officer` forgetting, rights, incidents and audit.
 */
export const staffRoleSchema = z.enum([
  'professional',
  'team-lead',
  'admin',
  'data-protection-officer',
]);
export type StaffRole = z.infer<typeof staffRoleSchema>;

/** The part a person plays in a visit; set by the booking, never typed by the client. */
export const participantRoleSchema = z.enum([
  'client',
  'guardian',
  'interpreter',
  'support-person',
  'observer',
  'colleague',
  'professional',
]);
export type ParticipantRole = z.infer<typeof participantRoleSchema>;

/**
 * Who is asked to a visit besides the client. An `observer` is a student, who follows it only with the client's yes; a
 * `colleague` is of another workplace and comes by a link.
 */
export const companionRoleSchema = participantRoleSchema.exclude(['client', 'professional']);
export type CompanionRole = z.infer<typeof companionRoleSchema>;

/**
 * By what a member of staff reaches a visit, the strongest first: it is their own, they stand in for its professional,
 * they lead a team of its professional, or it was shared with them.
 */
export const visitRelationSchema = z.enum(['own', 'stand-in', 'team', 'shared']);
export type VisitRelation = z.infer<typeof visitRelationSchema>;

/** Why a visit is called off. A word of a list: a sentence could tell about the client. */
export const cancelReasonSchema = z.enum([
  'client-asked',
  'professional-away',
  'booked-wrongly',
  'other',
]);
export type CancelReason = z.infer<typeof cancelReasonSchema>;

/** Why a visit is forgotten before its day: its people have the right to it, or took back what they had agreed to. */
export const erasureReasonSchema = z.enum(['rights-request', 'consent-withdrawn']);
export type ErasureReason = z.infer<typeof erasureReasonSchema>;

/**
 * What a key lets a record system do: `calendar:read` services, professionals and when they have time; `bookings:read`
 * state and receipt of visits; `bookings:write` booking, moving and calling off.
 */
export const recordScopeSchema = z.enum(['calendar:read', 'bookings:read', 'bookings:write']);
export type RecordScope = z.infer<typeof recordScopeSchema>;

/** What has become of a visit that is over. */
export const outcomeSchema = z.enum(['fulfilled', 'noshow', 'cancelled']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Why an outcome is corrected. A word of a list: a sentence could tell about the client. */
export const outcomeReasonSchema = z.enum([
  'met-otherwise',
  'not-met',
  'technical-problem',
  'called-off-otherwise',
  'ended-by-mistake',
  'other',
]);
export type OutcomeReason = z.infer<typeof outcomeReasonSchema>;

/**
 * What those who wait are told of a delay: about so many minutes from now, or as soon as it can be. A word of a list: a
 * sentence could tell about another client.
 */
export const delayWordSchema = z.enum([
  'minutes-5',
  'minutes-10',
  'minutes-15',
  'minutes-20',
  'as-soon-as-possible',
]);
export type DelayWord = z.infer<typeof delayWordSchema>;

/** State of a booking, in the words of FHIR Appointment. */
export const bookingStatusSchema = z.enum([
  'booked',
  'arrived',
  'fulfilled',
  'cancelled',
  'noshow',
]);
export type BookingStatus = z.infer<typeof bookingStatusSchema>;

/**
 * Where a participant stands:
 * `outside` has not come to the waiting room, `waiting` has, `admitted` may take part, `left` went away on purpose.
 */
export const admissionSchema = z.enum(['outside', 'waiting', 'admitted', 'left']);
export type Admission = z.infer<typeof admissionSchema>;

/**
 * Whether somebody is there: `here` with a line, `lost` without one for so short that their place is kept, `away` for
 * longer.
 */
export const presenceSchema = z.enum(['here', 'lost', 'away']);
export type Presence = z.infer<typeof presenceSchema>;

/**
 * Why somebody stands where they do, where it is not plain: they wait because they were `sent-back`, or `set-apart` while
 * a professional speaks with one person alone; or they take part `alone` with that professional.
 */
export const standingReasonSchema = z.enum(['sent-back', 'set-apart', 'alone']);
export type StandingReason = z.infer<typeof standingReasonSchema>;

/** How strongly a service wants its clients identified. */
export const identificationLevelSchema = z.enum(['required', 'offered', 'off']);
export type IdentificationLevel = z.infer<typeof identificationLevelSchema>;

/** Ground on which a service may handle data about clients (GDPR, article 6). */
export const legalBasisSchema = z.enum([
  'public-interest',
  'legal-obligation',
  'consent',
  'contract',
  'vital-interest',
  'legitimate-interest',
]);
export type LegalBasis = z.infer<typeof legalBasisSchema>;

/** Who answers clients' requests about their data: the organisation itself, or another controller. */
export const rightsAnswererSchema = z.enum(['organisation', 'other-controller']);
export type RightsAnswerer = z.infer<typeof rightsAnswererSchema>;

/**
 * The door's comparison of the identified person with the one whose link they came by. `different-code`: the booking has
 * a henkilötunnus and theirs is another, whatever the names. `different-birth-date`: they were born on another day than the
 * booked henkilötunnus tells, or are of age where a minor was booked. `same-name`: the name fits and nothing more is known,
 * though more was booked: a henkilötunnus, or that the client is a minor. `guardian` and `other-participant` are somebody else who is
 * asked to the same visit: a guardian, or anybody besides.
 */
export const verdictResultSchema = z.enum([
  'same-person',
  'same-name',
  'different-name',
  'different-code',
  'different-birth-date',
  'guardian',
  'other-participant',
]);
export type VerdictResult = z.infer<typeof verdictResultSchema>;

/**
 * By what it was compared. `name-reversed`: the booked name fits with the family name first only. `name-without-code`: the
 * booking has a henkilötunnus, and the identified person none (eIDAS).
 */
export const verdictBasisSchema = z.enum([
  'identity-code',
  'name',
  'name-reversed',
  'name-without-code',
]);
export type VerdictBasis = z.infer<typeof verdictBasisSchema>;

/**
 * Why somebody is let in who was not identified as the booked person: a guardian is there who was, the professional knows
 * the child or the grown-up, knows that the name has changed, or made sure in another way, such as while the identity
 * provider is down; or has not made sure yet, and does so as the first thing in the meeting.
 */
export const unidentifiedReasonSchema = z.enum([
  'with-guardian',
  'known-child',
  'known-person',
  'name-changed',
  'identified-otherwise',
  'checked-at-start',
]);
export type UnidentifiedReason = z.infer<typeof unidentifiedReasonSchema>;

/**
 * What keeps a visit's details beyond their day, or out of everybody's sight before it: a legal hold (GDPR, article 17(3)) or
 * a restriction that its person asked for (article 18).
 */
export const holdKindSchema = z.enum(['legal-hold', 'restriction']);
export type HoldKind = z.infer<typeof holdKindSchema>;

/** Article of the GDPR that a hold rests on. */
export const holdBasisSchema = z.enum([
  'gdpr-17-3-b',
  'gdpr-17-3-e',
  'gdpr-18-1-a',
  'gdpr-18-1-b',
  'gdpr-18-1-c',
  'gdpr-18-1-d',
]);
export type HoldBasis = z.infer<typeof holdBasisSchema>;

/** Why a visit is held; the last is nobody's to choose. Each reason belongs to one kind and one article (`HOLD_REASONS`). */
export const holdReasonSchema = z.enum([
  'authority-order',
  'legal-claim',
  'complaint',
  'accuracy-contested',
  'unlawful-processing',
  'needed-by-client',
  'objection',
  'found-after-restore',
]);
export type HoldReason = z.infer<typeof holdReasonSchema>;

/** Kind and article of each reason. */
export const HOLD_REASONS: Readonly<Record<HoldReason, { kind: HoldKind; basis: HoldBasis }>> = {
  'authority-order': { kind: 'legal-hold', basis: 'gdpr-17-3-b' },
  'legal-claim': { kind: 'legal-hold', basis: 'gdpr-17-3-e' },
  complaint: { kind: 'legal-hold', basis: 'gdpr-17-3-e' },
  'accuracy-contested': { kind: 'restriction', basis: 'gdpr-18-1-a' },
  'unlawful-processing': { kind: 'restriction', basis: 'gdpr-18-1-b' },
  'needed-by-client': { kind: 'restriction', basis: 'gdpr-18-1-c' },
  objection: { kind: 'restriction', basis: 'gdpr-18-1-d' },
  // Of what an older copy of the database does not know any more. Nobody can say whether somebody asked for it.
  'found-after-restore': { kind: 'legal-hold', basis: 'gdpr-17-3-e' },
};

/** What becomes of a hold whose review was missed for 14 days of alarms: it goes on and is told on, or it ends. */
export const missedReviewSchema = z.enum(['escalate', 'release']);
export type MissedReview = z.infer<typeof missedReviewSchema>;

/**
 * Whether a guardian may act for the child, as a register said (Suomi.fi e-Authorizations); not checked when it could not be
 * asked or the guardian turned back there.
 */
export const representationSchema = z.enum(['allowed', 'not-allowed', 'not-checked']);
export type Representation = z.infer<typeof representationSchema>;

/** Level of assurance of an identification (Traficom M72B; eIDAS words). The low one is no strong identification. */
export const assuranceSchema = z.enum(['low', 'substantial', 'high']);
export type Assurance = z.infer<typeof assuranceSchema>;

/** Kind of means a person identified with; finer would tell which bank they use. */
export const identificationMethodSchema = z.enum(['bank', 'mobile', 'card', 'eidas', 'other']);
export type IdentificationMethod = z.infer<typeof identificationMethodSchema>;

/** A message's way to its receiver. */
export const messageChannelSchema = z.enum(['sms', 'email']);
export type MessageChannel = z.infer<typeof messageChannelSchema>;

/**
 * What a message to a participant tells: that there is a visit, that its time is another, that it is called off, that they
 * no longer take part, that it is soon, or that the professional is ready now.
 */
export const messageKindSchema = z.enum([
  'invitation',
  'change',
  'cancellation',
  'removal',
  'reminder',
  'come-in',
]);
export type MessageKind = z.infer<typeof messageKindSchema>;

/**
 * Where a message stands: waiting for its turn, handed to the operator, on the receiver's telephone (only operators of text
 * messages know), given up, or taken back before it was sent because something else is true by now.
 */
export const messageStatusSchema = z.enum(['queued', 'sent', 'delivered', 'failed', 'withdrawn']);
export type MessageStatus = z.infer<typeof messageStatusSchema>;

/**
 * Why a message failed, in words of ours: what an operator says may hold the receiver. `address-refused` the operator takes
 * nothing for this number or address, `number-not-in-use` nobody has it, `not-reached` the telephone was not reached in
 * time, `provider-refused` the operator does not pass this message on, `provider-unavailable` it could not be asked for hours.
 */
export const messageFailureSchema = z.enum([
  'address-refused',
  'number-not-in-use',
  'not-reached',
  'provider-refused',
  'provider-unavailable',
]);
export type MessageFailure = z.infer<typeof messageFailureSchema>;

/** Result of trying one device: works, the person refused it, there is none, or it is busy or broken. */
export const deviceStateSchema = z.enum(['works', 'refused', 'missing', 'broken']);
export type DeviceState = z.infer<typeof deviceStateSchema>;

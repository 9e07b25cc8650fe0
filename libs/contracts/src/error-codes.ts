/** How an error is answered and logged. */
export interface ErrorCodeDescription {
  /** HTTP status; also the class of the refusal on a socket. */
  http: number;
  /** Level of the log line. `info` is a person's slip, `warn` deserves a look, `error` is ours to mend. */
  level: 'info' | 'warn' | 'error';
  /** Whether trying again later, unchanged, can succeed. */
  retriable: boolean;
}

const slip = (http: number): ErrorCodeDescription => ({ http, level: 'info', retriable: false });
const suspicious = (http: number): ErrorCodeDescription => ({
  http,
  level: 'warn',
  retriable: false,
});
const outage = (http: number): ErrorCodeDescription => ({ http, level: 'error', retriable: true });

/**
 * Every error of the product: `feature.reason`, kebab-case. A code that is thrown, translated or tested stands here,
 * and every code here is thrown and translated (test/conventions). `field.*` codes name one field of a request.
 */
export const ERROR_CODES = {
  'access.denied-or-missing': slip(404),
  'access.sign-in-required': slip(401),
  'access.origin-not-allowed': suspicious(403),
  'account.confirm-first': slip(403),
  'account.last-means': slip(409),
  'booking.contact-required': slip(422),
  'booking.overlap': slip(409),
  'booking.start-in-past': slip(422),
  'booking.start-too-far': slip(422),
  'booking.statement-missing': slip(409),
  'booking.time-does-not-exist': slip(422),
  'door.identification-required': slip(403),
  'door.in-use-elsewhere': slip(409),
  'door.not-open-yet': slip(403),
  'door.service-closed': slip(403),
  'door.session-required': slip(401),
  'field.email-invalid': slip(422),
  'field.invalid': slip(400),
  'field.missing': slip(400),
  'field.name-invalid': slip(422),
  'field.phone-invalid': slip(422),
  'field.too-long': slip(400),
  'field.unknown': slip(400),
  'identification.assurance-too-low': suspicious(403),
  'identification.cancelled': slip(403),
  'identification.not-offered': slip(403),
  'identification.provider-unavailable': outage(503),
  'identification.rejected': suspicious(403),
  'identification.transaction-expired': slip(403),
  'invitation.expired': slip(410),
  'invitation.unknown': slip(404),
  'invitation.used': slip(410),
  'invitation.withdrawn': slip(410),
  'link.unknown': slip(404),
  'logo.invalid': slip(422),
  'logo.too-large': slip(422),
  'media.capabilities-unsupported': slip(422),
  'media.worker-unavailable': outage(503),
  'meeting.full': slip(409),
  'meeting.no-node': outage(503),
  'meeting.not-admitted': slip(403),
  'meeting.object-missing': slip(404),
  'meeting.token-invalid': slip(401),
  'organisation.disabled': slip(403),
  'passkey.refused': slip(422),
  'passkey.start-again': slip(409),
  'password.breached': slip(422),
  'password.easy-to-guess': slip(422),
  'password.personal': slip(422),
  'password.too-short': slip(422),
  'request.invalid': slip(400),
  'request.too-large': slip(413),
  'request.too-many': slip(429),
  'service.database-unavailable': outage(503),
  'service.deadline-exceeded': outage(503),
  'service.unexpected': { http: 500, level: 'error', retriable: true },
  'settings.changed-meanwhile': slip(409),
  'settings.colour-contrast': slip(422),
  'sign-in.busy': { http: 503, level: 'warn', retriable: true },
  'sign-in.start-again': slip(401),
  'sign-in.too-many-attempts': suspicious(429),
  'sign-in.wrong-code': slip(422),
  'sign-in.wrong-credentials': slip(401),
  'sign-in.wrong-passkey': slip(401),
  'sign-in.wrong-recovery-code': slip(401),
  'sign-in-provider.admins-locked-out': slip(409),
  'sign-in-provider.cancelled': slip(403),
  'sign-in-provider.expired': slip(403),
  'sign-in-provider.host-not-allowed': slip(422),
  'sign-in-provider.issuer-of-many': slip(422),
  'sign-in-provider.none': slip(404),
  'sign-in-provider.refused': slip(403),
  'sign-in-provider.rejected': suspicious(403),
  'sign-in-provider.secret-needed': slip(422),
  'sign-in-provider.unavailable': outage(503),
  'staff.already-here': slip(409),
  'staff.cannot-be-invited': slip(409),
  'staff.cannot-meet-clients': slip(422),
  'staff.last-admin': slip(409),
  'staff.link-by-mail-only': slip(409),
  'staff.not-oneself': slip(409),
  'staff.state-changed': slip(409),
  'stand-in.ends-before-start': slip(422),
  'stand-in.in-past': slip(422),
  'stand-in.too-long': slip(422),
  'team.name-taken': slip(409),
  'vault.keys-missing': outage(503),
  'vault.sealed': slip(410),
  'visit.arrival-changed': slip(409),
  'visit.ended': slip(409),
} as const satisfies Record<string, ErrorCodeDescription>;

/** Code of an error, e.g. `booking.overlap`. */
export type ErrorCode = keyof typeof ERROR_CODES;

import { SetMetadata } from '@nestjs/common';
import type { AuditEventName } from '@tapaamo/contracts';

/** Metadata key of what a route tells the audit log. */
export const AUDITED = 'tapaamo:audited';

/** What a route tells the audit log; or why it tells nothing. */
export type AuditDeclaration =
  { events: readonly [AuditEventName, ...AuditEventName[]] } | { nothingBecause: string };

/**
 * Declares what a route tells the audit log. A route of staff without it, or without `NotAudited`, does not start
 * (apps/api route-permissions), so that nobody forgets to decide.
 */
export const Audited = (...events: [AuditEventName, ...AuditEventName[]]): MethodDecorator =>
  SetMetadata(AUDITED, { events } satisfies AuditDeclaration);

/** Declares that a route tells the audit log nothing. @param because - What it is that needs no telling. */
export const NotAudited = (because: string): MethodDecorator =>
  SetMetadata(AUDITED, { nothingBecause: because } satisfies AuditDeclaration);

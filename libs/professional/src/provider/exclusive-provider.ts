import type { EntityManager } from 'typeorm';
import type { StaffRef } from '../session/staff-changes.js';
import { ProviderOnlyError } from './provider.errors.js';

/** Of the account `professional`: whether its organisation has said that staff signs in by its provider only. */
export const IS_EXCLUSIVE = `EXISTS (SELECT FROM sign_in_provider provider
  WHERE provider.organisation_id = professional.organisation_id AND provider.active AND provider.exclusive)`;

/** Of the account `professional`: an admin who keeps another way in, for when the provider is down. */
export const HAS_EMERGENCY_ACCESS = `(professional.emergency_access AND 'admin' = ANY (professional.roles))`;

/** Whether somebody signs in by their organisation's provider and by nothing else. */
export async function isBoundToProvider(
  tx: EntityManager,
  { professionalId }: StaffRef,
): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `SELECT FROM professional WHERE id = $1 AND ${IS_EXCLUSIVE} AND NOT ${HAS_EMERGENCY_ACCESS}`,
    [professionalId],
  );
  return found.length > 0;
}

/** @throws ProviderOnlyError (`sign-in.provider-only`) when a password, a passkey or a recovery code opens nothing for them. */
export async function requireOtherMeans(tx: EntityManager, staff: StaffRef): Promise<void> {
  if (await isBoundToProvider(tx, staff)) {
    throw new ProviderOnlyError(staff.organisationId);
  }
}

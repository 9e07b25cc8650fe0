import type { Config } from '@tapaamo/config';
import type { EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import { LastAdminError } from './staff.errors.js';

/** A whole sign-in: a passkey, a password with its second step, or a person at the provider that is in use. */
const CAN_SIGN_IN = `(
  EXISTS (SELECT FROM passkey WHERE passkey.professional_id = professional.id)
  OR (professional.password_hash IS NOT NULL AND (
    (professional.second_factor = 'waived' AND :mayWaive)
    OR EXISTS (SELECT FROM code_generator generator WHERE generator.professional_id = professional.id)))
  OR EXISTS (
    SELECT FROM staff_identity identity
    JOIN sign_in_provider provider ON provider.organisation_id = identity.organisation_id
      AND provider.active AND rtrim(provider.issuer, '/') = rtrim(identity.issuer, '/')
    WHERE identity.professional_id = professional.id))`;

/** Whether some admin of the organisation has means of sign-in that work, whoever is invited anew besides. */
export async function hasWorkingAdmin(
  tx: EntityManager,
  organisationId: string,
  { NODE_ENV }: Pick<Config, 'NODE_ENV'>,
): Promise<boolean> {
  return tx
    .createQueryBuilder(Professional, 'professional')
    .where({ organisationId })
    .andWhere('professional.deactivated_at IS NULL')
    .andWhere("'admin' = ANY (professional.roles)")
    .andWhere(CAN_SIGN_IN, { mayWaive: NODE_ENV !== 'production' })
    .getExists();
}

/** @throws LastAdminError (`staff.last-admin`) when no admin of the organisation can sign in. */
export async function requireAdmin(
  tx: EntityManager,
  organisationId: string,
  config: Pick<Config, 'NODE_ENV'>,
): Promise<void> {
  if (!(await hasWorkingAdmin(tx, organisationId, config))) {
    throw new LastAdminError();
  }
}

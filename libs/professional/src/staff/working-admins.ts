import type { Config } from '@tapaamo/config';
import type { EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import { IS_EXCLUSIVE } from '../provider/exclusive-provider.js';
import { LastAdminError, LastEmergencyAdminError } from './staff.errors.js';

/** A whole sign-in of one's own: a passkey, or a password with its second step. */
const BY_OTHER = `(
  EXISTS (SELECT FROM passkey WHERE passkey.professional_id = professional.id)
  OR (professional.password_hash IS NOT NULL AND (
    (professional.second_factor = 'waived' AND :mayWaive)
    OR EXISTS (SELECT FROM code_generator generator WHERE generator.professional_id = professional.id))))`;

/** A person at the provider that is in use. */
const BY_PROVIDER = `EXISTS (
  SELECT FROM staff_identity identity
  JOIN sign_in_provider provider ON provider.organisation_id = identity.organisation_id
    AND provider.active AND rtrim(provider.issuer, '/') = rtrim(identity.issuer, '/')
  WHERE identity.professional_id = professional.id)`;

const IS_ADMIN = `professional.deactivated_at IS NULL AND 'admin' = ANY (professional.roles)`;

type Mode = Pick<Config, 'NODE_ENV'>;

/** An admin in use, and what they could sign in with. */
export interface AdminMeans {
  id: string;
  displayName: string;
  emergencyAccess: boolean;
  /** With something of their own, were it allowed. */
  byOther: boolean;
  byProvider: boolean;
}

/** The admins of an organisation by name, whoever is invited anew besides. */
export async function adminsIn(
  tx: EntityManager,
  organisationId: string,
  { NODE_ENV }: Mode,
): Promise<AdminMeans[]> {
  return tx
    .createQueryBuilder(Professional, 'professional')
    .select('professional.id', 'id')
    .addSelect('professional.display_name', 'displayName')
    .addSelect('professional.emergency_access', 'emergencyAccess')
    .addSelect(BY_OTHER, 'byOther')
    .addSelect(BY_PROVIDER, 'byProvider')
    .where({ organisationId })
    .andWhere(IS_ADMIN)
    .setParameters({ mayWaive: NODE_ENV !== 'production' })
    .orderBy('lower(professional.display_name)')
    .addOrderBy('professional.id')
    .getRawMany<AdminMeans>();
}

/** Whether some admin of the organisation can sign in. */
export async function hasWorkingAdmin(
  tx: EntityManager,
  organisationId: string,
  mode: Mode,
): Promise<boolean> {
  const isExclusive = await hasRule(tx, organisationId);
  const admins = await adminsIn(tx, organisationId, mode);
  return admins.some((one) => one.byProvider || getsInWithout(one, isExclusive));
}

/**
 * @throws LastAdminError (`staff.last-admin`) when no admin of the organisation can sign in
 * @throws LastEmergencyAdminError (`staff.last-emergency-admin`) when none could while the provider is down, of an
 *   organisation whose staff signs in by it only
 */
export async function requireAdmin(
  tx: EntityManager,
  organisationId: string,
  mode: Mode,
): Promise<void> {
  if (!(await hasWorkingAdmin(tx, organisationId, mode))) {
    throw new LastAdminError();
  }
  const isExclusive = await hasRule(tx, organisationId);
  const admins = await adminsIn(tx, organisationId, mode);
  if (isExclusive && !admins.some((one) => getsInWithout(one, isExclusive))) {
    throw new LastEmergencyAdminError();
  }
}

/** Whether an admin gets in without the provider. */
function getsInWithout({ byOther, emergencyAccess }: AdminMeans, isExclusive: boolean): boolean {
  return byOther && (emergencyAccess || !isExclusive);
}

async function hasRule(tx: EntityManager, organisationId: string): Promise<boolean> {
  return tx
    .createQueryBuilder(Professional, 'professional')
    .where({ organisationId })
    .andWhere(IS_EXCLUSIVE)
    .getExists();
}

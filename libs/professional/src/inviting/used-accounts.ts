import { In, type EntityManager } from 'typeorm';
import { Passkey } from '../passkey/passkey.entity.js';
import type { Professional } from '../professional.entity.js';
import { StaffIdentity } from '../provider/staff-identity.entity.js';
import { StaffInvitation } from '../staff-invitation.entity.js';

/** Of some accounts, by id, those that somebody has used: they are a person's, with whatever that person may see. */
export async function usedAccounts(
  tx: EntityManager,
  professionals: readonly Professional[],
): Promise<Set<string>> {
  const professionalId = In(professionals.map(({ id }) => id));
  const rows = [
    ...(await tx.findBy(StaffInvitation, { professionalId, status: 'accepted' })),
    ...(await tx.findBy(Passkey, { professionalId })),
    ...(await tx.findBy(StaffIdentity, { professionalId })),
  ];
  const byTheirOwn = professionals.filter(
    ({ passwordHash, signInResetAt }) => passwordHash !== null || signInResetAt !== null,
  );
  return new Set([...rows.map((row) => row.professionalId), ...byTheirOwn.map(({ id }) => id)]);
}

import { randomUUID } from 'node:crypto';
import { SystemRandomness, hashSecret, newSecret } from '@tapaamo/common';
import { StaffInvitation, type Professional } from '@tapaamo/professional';
import type { TestApi } from '../start-api.js';
import type { TestOrganisation } from '../world.js';
import { buildProfessional } from './professional-builder.js';

const DAY_MS = 86_400_000;

/** Somebody who was invited a moment ago, and the secret of their link. */
export async function buildInvited(
  api: TestApi,
  world: TestOrganisation,
  changes: Partial<StaffInvitation> = {},
): Promise<{ professional: Professional; link: string }> {
  const professional = await buildProfessional(api.dataSource, world, {
    passwordHash: null,
    secondFactor: 'required',
  });
  const link = newSecret(new SystemRandomness());
  const now = api.clock.now();
  await api.dataSource.manager.insert(StaffInvitation, {
    id: randomUUID(),
    organisationId: world.organisationId,
    professionalId: professional.id,
    invitedBy: world.admin.id,
    secretHash: hashSecret('invitation', link),
    status: 'sent',
    attempts: 1,
    nextAttemptAt: now,
    expiresAt: new Date(now.getTime() + 7 * DAY_MS),
    acceptedAt: null,
    createdAt: now,
    ...changes,
  });
  return { professional, link };
}

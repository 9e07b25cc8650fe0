import { randomUUID } from 'node:crypto';
import { SystemRandomness, hashSecret, newSecret } from '@tapaamo/common';
import pg from 'pg';
import type { RunningSystem } from './running-system.js';

/** Invites somebody to the demo organisation. @returns The link, as the mail would bring it. */
export async function inviteStaff(
  system: RunningSystem,
  { email, displayName }: { email: string; displayName: string },
): Promise<string> {
  const secret = newSecret(new SystemRandomness());
  const database = new pg.Client(system.databaseUrl());
  await database.connect();
  await database.query(
    `WITH invited AS (
       INSERT INTO professional (id, organisation_id, email, display_name, roles, created_at)
       SELECT $1, id, $2, $4, ARRAY['professional'], now() FROM organisation
       RETURNING id, organisation_id)
     INSERT INTO staff_invitation (id, organisation_id, professional_id, secret_hash, status, attempts,
       next_attempt_at, expires_at, created_at)
     SELECT $1, organisation_id, id, $3, 'sent', 1, now(), now() + interval '7 days', now() FROM invited`,
    [randomUUID(), email, hashSecret('invitation', secret), displayName],
  );
  await database.end();
  return `${system.url}/invitation#${secret}`;
}

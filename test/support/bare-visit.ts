import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A visit's row alone, of no booking: what the vault reads of it is when it is due. */
export async function bareVisit(
  dataSource: DataSource,
  { visitId, organisationId, dueAt }: { visitId: string; organisationId: string; dueAt: Date },
): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(
      `INSERT INTO visit (id, organisation_id, booking_id, purge_due_at, retention_policy_id, created_at)
       VALUES ($1, $2, $3, $4, $3, now())`,
      [visitId, organisationId, randomUUID(), dueAt],
    );
  });
}

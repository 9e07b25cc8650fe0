import { AuditEntry, AuditLog, type AuditRecord } from '@tapaamo/audit';
import type { AuditEventName } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import pg from 'pg';
import type { TestApi } from './start-api.js';

/** Tells of something, as a service would. */
export async function tell<Event extends AuditEventName>(
  api: TestApi,
  record: AuditRecord<Event>,
): Promise<void> {
  await api
    .get(OrganisationScope)
    .of(record.organisationId, (tx) => api.get(AuditLog).append(tx, record));
}

/** An organisation's entries, oldest first. */
export async function entriesOf(api: TestApi, organisationId: string): Promise<AuditEntry[]> {
  return api
    .get(OrganisationScope)
    .of(organisationId, (tx) =>
      tx.find(AuditEntry, { where: { organisationId }, order: { sequence: 'ASC' } }),
    );
}

/** Does what only a superuser can: changes rows past every trigger. */
export async function tamper(
  api: TestApi,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<void> {
  const superuser = new pg.Client({ connectionString: api.database.adminUrl });
  await superuser.connect();
  try {
    await superuser.query('SET session_replication_role = replica');
    await superuser.query(sql, [...parameters]);
  } finally {
    await superuser.end();
  }
}

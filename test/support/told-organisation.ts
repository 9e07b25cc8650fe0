import { recordSystemSettingsSchema, type RecordSystemSettings } from '@tapaamo/contracts';
import { expectAnswer, type ApiClient } from './api-client.js';
import { until } from './until.js';
import type { RecordReceiver } from './record-receiver.js';
import type { TestApi } from './start-api.js';
import { buildWorld, type TestOrganisation } from './world.js';

const PATH = '/api/organisation/record-system';

/** An organisation whose record system is told of its visits, and the browser of its admin. */
export interface ToldOrganisation {
  world: TestOrganisation;
  admin: ApiClient;
  settings: () => Promise<RecordSystemSettings>;
  /** Changes settings that stay as they are otherwise. */
  change: (changes: Partial<RecordSystemSettings>) => Promise<RecordSystemSettings>;
}

let organisations = 0;

/** Makes one, with a webhook that tells of bookings and moves, too. */
export async function toldOrganisation(
  api: TestApi,
  receiver: RecordReceiver,
): Promise<ToldOrganisation> {
  const world = await buildWorld(api.dataSource);
  // How often one may make secrets is limited by address.
  organisations += 1;
  const admin = api.client({ from: `198.51.100.${String(organisations)}` });
  await admin.signIn(world.admin.email);
  expect((await admin.post(`${PATH}/webhook-secret`)).status).toBe(200);
  const settings = async () => expectAnswer(await admin.get(PATH), 200, recordSystemSettingsSchema);
  const change = async (changes: Partial<RecordSystemSettings>) => {
    const present = await settings();
    const { webhookAddress, webhookActive, webhookCalendar, fhirAddress, fhirActive } = {
      ...present,
      ...changes,
    };
    const wished = { webhookAddress, webhookActive, webhookCalendar, fhirAddress, fhirActive };
    const request = { ...wished, fhirToken: null, version: present.version };
    return expectAnswer(await admin.post(PATH, request), 200, recordSystemSettingsSchema);
  };
  const webhookAddress = receiver.address('/hook');
  await change({ webhookAddress, webhookActive: true, webhookCalendar: true });
  return { world, admin, settings, change };
}

/** Waits until so much has come. */
export async function hasCome(receiver: RecordReceiver, count: number): Promise<void> {
  const what = `${String(count)} messages have come`;
  await until(() => receiver.received.length >= count, { what, withinMs: 8_000 });
}

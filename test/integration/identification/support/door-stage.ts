import {
  identificationProgressSchema,
  startIdentificationResponseSchema,
  type IdentificationProgress,
} from '@tapaamo/contracts';
import type { Service } from '@tapaamo/organisation';
import type { RunningIdentityProvider } from '../../../../apps/dev-identity-provider/src/start-identity-provider.js';
import { expectAnswer, type ApiClient, type ApiAnswer } from '../../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../../support/booked-visit.js';
import { openDoor } from '../../../support/door.js';
import { startApi, type TestApi } from '../../../support/start-api.js';
import { temporaryFolder } from '../../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../../support/world.js';
import { startDevelopmentProvider } from './development-provider.js';
import { PUBLIC_URL } from './harness.js';
import { signInAtProvider } from './test-browser.js';

/** The API with the development provider, and people at the door who identify through the real callback. */
export class DoorStage {
  private constructor(
    readonly api: TestApi,
    readonly provider: RunningIdentityProvider,
    readonly world: TestOrganisation,
    private readonly closeFolder: () => void,
  ) {}

  static async open(): Promise<DoorStage> {
    const folder = temporaryFolder();
    const provider = await startDevelopmentProvider(folder.path);
    const api = await startApi({
      config: { OIDC_ISSUER: provider.issuer, DATA_DIR: folder.path, PUBLIC_URL },
    });
    const world = await buildWorld(api.dataSource);
    return new DoorStage(api, provider, world, () => folder.remove());
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.provider.close();
    this.closeFolder();
  }

  /** A booked client who has opened the door. */
  async visitor(
    service: Service = this.world.offered,
    clientName = 'Aino Virtanen',
  ): Promise<BookedVisit> {
    const visit = await bookedVisit(this.api, service, { clientName });
    await openDoor(visit.client, visit.link);
    return visit;
  }

  /** Begins an identification. @returns Address of the provider. */
  async begin(client: ApiClient, userAgent?: string): Promise<string> {
    const answer = await client.post('/api/identification/start', undefined, agent(userAgent));
    return expectAnswer(answer, 200, startIdentificationResponseSchema).redirectUrl;
  }

  /** Begins and identifies. @returns Where the provider sends the browser. */
  async callbackFor(
    client: ApiClient,
    form: Record<string, string> = { person: 'aino-virtanen' },
    userAgent?: string,
  ): Promise<URL> {
    return signInAtProvider(await this.begin(client, userAgent), form);
  }
}

/** A browser opens a return address. @returns The whole answer, which leads to the door. */
export async function comeBack(
  browser: ApiClient,
  { pathname, search }: URL,
  userAgent?: string,
): Promise<ApiAnswer & { landed: string | null }> {
  const answer = await browser.get(`${pathname}${search}`, agent(userAgent));
  expect(answer.status).toBe(303);
  return { ...answer, landed: answer.headers.get('location') };
}

/** How far the identification has come, as the page where it began is told. */
export async function progressOf(client: ApiClient): Promise<IdentificationProgress> {
  const answer = await client.get('/api/identification/progress');
  return expectAnswer(answer, 200, identificationProgressSchema);
}

/** The number that the page where it began shows. */
export async function numberShownTo(client: ApiClient): Promise<string> {
  const progress = await progressOf(client);
  if (progress.state !== 'returned') {
    throw new Error(`No number is shown: ${progress.state}`);
  }
  return progress.number;
}

function agent(userAgent: string | undefined): { headers: Record<string, string> } {
  return { headers: userAgent === undefined ? {} : { 'user-agent': userAgent } };
}

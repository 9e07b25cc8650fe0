import { startIdentificationResponseSchema, type IdentificationOutcome } from '@tapaamo/contracts';
import { RelyingPartyKeys } from '@tapaamo/identification';
import { expectAnswer, type ApiAnswer, type ApiClient } from '../../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../../support/booked-visit.js';
import { doorSession, openDoor } from '../../../support/door.js';
import { startApi, type TestApi } from '../../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../../support/world.js';
import { PUBLIC_URL } from '../support/harness.js';
import { HostileIssuer } from '../support/hostile-issuer.js';

/** A client who has been sent to the identity provider and whose answer an attacker writes. */
export interface Attempt {
  visit: BookedVisit;
  client: ApiClient;
  /** Where the browser was sent to. */
  redirectUrl: string;
  /** The honest address of the return; tests bend it. */
  callback: URL;
}

/** How an attempt ended: where the browser was sent, and what the log says of the reason. */
export interface Outcome {
  landed: string | null;
  /** `code` of `identification.refused`, for a refusal of the provider's answer. */
  reason: unknown;
  identified: boolean;
}

/** The whole API before an issuer that signs whatever a test asks for. */
export class AttackStage {
  #attempts = 0;

  private constructor(
    readonly api: TestApi,
    readonly issuer: HostileIssuer,
    readonly world: TestOrganisation,
  ) {}

  static async open(config: Parameters<typeof startApi>[0] = {}): Promise<AttackStage> {
    const issuer = await HostileIssuer.start();
    const api = await startApi({
      config: { OIDC_ISSUER: issuer.url, PUBLIC_URL, ...config.config },
    });
    return new AttackStage(api, issuer, await buildWorld(api.dataSource));
  }

  get keys(): RelyingPartyKeys {
    return this.api.get(RelyingPartyKeys as never);
  }

  /**
   * Somebody opens the link of a visit of their own and goes to the provider.
   *
   * @param changes - What is booked differently.
   */
  async attempt(changes: Parameters<typeof bookedVisit>[2] = {}): Promise<Attempt> {
    this.#attempts += 1;
    const from = `192.0.2.${String(this.#attempts % 250)}`;
    const visit = await bookedVisit(this.api, this.world.required, changes);
    const client = this.api.client({ from });
    await openDoor(client, visit.link);
    return { visit, client, ...(await this.start(client)) };
  }

  /** Goes to the provider, once more. */
  async start(client: ApiClient): Promise<Pick<Attempt, 'redirectUrl' | 'callback'>> {
    const answer = await client.post('/api/identification/start');
    const { redirectUrl } = expectAnswer(answer, 200, startIdentificationResponseSchema);
    return { redirectUrl, callback: this.issuer.callbackFor(redirectUrl) };
  }

  /** The browser comes back. */
  async comeBack(client: ApiClient, callback: URL): Promise<ApiAnswer> {
    return client.get(`${callback.pathname}${callback.search}`);
  }

  /** Comes back, and tells what became of it. */
  async outcomeOf({ client }: Pick<Attempt, 'client'>, callback: URL): Promise<Outcome> {
    const before = this.api.log.of('identification.refused').length;
    const answer = await this.comeBack(client, callback);
    return {
      landed: answer.headers.get('location'),
      reason: this.api.log.of('identification.refused')[before]?.['code'],
      identified: (await doorSession(client)).identified,
    };
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.issuer.close();
  }
}

/** What a refusal looks like. @param reason - As the log has it; undefined when nothing of the provider was refused. */
export function refused(outcome: IdentificationOutcome, reason: string | undefined): Outcome {
  return { landed: `/v?identification=${outcome}`, reason, identified: false };
}

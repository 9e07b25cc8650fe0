import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf } from '../login-request.js';
import type { OutageNotice } from '../outage/outage-notice.js';
import { providerMetadata, SIGNED_KEYS_PATH } from './provider-metadata.js';
import { entityStatement, signedKeys, type SignedKeysParts } from './signed-keys.js';

/** Issuer in metadata that claims to be somebody else's. */
const OTHER_ISSUER = 'https://another-provider.example';

/** Where OP's choice of banks is described, by relying party. */
const OP_CHOICE = /^\/api\/embedded-ui\/([^/]+)$/;

/** What is published, and of whom. */
export interface PublishedParts extends SignedKeysParts {
  notice: OutageNotice;
  relyingPartyId: string;
}

/** An answer; null is a page that is not there. */
interface Answer {
  type: string;
  body: string;
}

/** Everything that anybody may read of the provider: metadata, keys, notices of outages. */
export class PublishedRoutes {
  constructor(private readonly parts: PublishedParts) {}

  /** @returns Whether the request was for something that is published here. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const path = request.url?.split('?')[0] ?? '';
    const answer = request.method === 'GET' ? this.#answerOf(path, request) : undefined;
    if (answer === undefined) {
      return false;
    }
    answer.then(
      (found) => reply(response, found),
      () => response.writeHead(500).end(),
    );
    return true;
  }

  #answerOf(path: string, request: IncomingMessage): Promise<Answer | number> | undefined {
    const { keyRing, notice, conduct } = this.parts;
    switch (path) {
      case '/.well-known/openid-configuration':
        return Promise.resolve(this.#discovery());
      case '/jwks':
        return this.#unlessKeysAreDown(() => Promise.resolve(json({ keys: keyRing.publicKeys })));
      case SIGNED_KEYS_PATH:
      case '/jwks/broker-signed':
        return this.#unlessKeysAreDown(async () => ({
          type: 'application/jwk-set+jwt',
          body: await signedKeys(this.parts),
        }));
      case '/.well-known/openid-federation':
        return entityStatement(this.parts).then((body) =>
          conduct.fault === 'discovery-down'
            ? 503
            : { type: 'application/entity-statement+jwt', body },
        );
      case '/uas/resource/maintenance.txt':
        return Promise.resolve({ type: 'text/plain; charset=utf-8', body: notice.asLine() });
      default:
        return this.#choiceOfBanks(path, request);
    }
  }

  #discovery(): Answer | number {
    const { issuer, conduct } = this.parts;
    if (conduct.fault === 'discovery-down') {
      return 503;
    }
    if (!conduct.dialect.hasDiscovery) {
      return 404;
    }
    const metadata = providerMetadata(issuer, conduct);
    return json(
      conduct.fault === 'wrong-issuer' ? { ...metadata, issuer: OTHER_ISSUER } : metadata,
    );
  }

  async #unlessKeysAreDown(answer: () => Promise<Answer>): Promise<Answer | number> {
    return this.parts.conduct.fault === 'keys-down' ? 503 : answer();
  }

  #choiceOfBanks(path: string, request: IncomingMessage): Promise<Answer | number> | undefined {
    const [, relyingPartyId] = OP_CHOICE.exec(path) ?? [];
    if (relyingPartyId === undefined) {
      return undefined;
    }
    return Promise.resolve(
      relyingPartyId === this.parts.relyingPartyId
        ? json({
            identityProviders: [{ name: 'Testipankki', ftn_idp_id: 'fi-test' }],
            isbProviderInfo: 'Testitunnistus',
            ...this.parts.notice.asDisturbance(languageOf(request, undefined)),
          })
        : 404,
    );
  }
}

function json(body: unknown): Answer {
  return { type: 'application/json', body: JSON.stringify(body) };
}

function reply(response: ServerResponse, answer: Answer | number): void {
  if (typeof answer === 'number') {
    response.writeHead(answer).end();
  } else {
    response
      .writeHead(200, { 'content-type': answer.type, 'cache-control': 'no-store' })
      .end(answer.body);
  }
}

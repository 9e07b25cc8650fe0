import { Inject, Injectable } from '@nestjs/common';
import { BackingOff, loggedReasonOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import * as oidc from 'openid-client';
import { IdentityProviderUnavailableError } from '../../identification.errors.js';
import { failureOf } from '../oidc-failure.js';
import { ProviderFiles } from './provider-files.js';
import { providerFetch } from './provider-fetch.js';

/** Deadline of one request to the identity provider, in seconds. */
export const TIMEOUT_SECONDS = 5;

/** Where the provider's endpoints are: as it publishes them, or as the operator was told. */
@Injectable()
export class ProviderMetadata {
  readonly #published = new BackingOff(() => this.#discover());

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly files: ProviderFiles,
    private readonly logger: Logger,
  ) {}

  /** @throws IdentityProviderUnavailableError (`identification.provider-unavailable`) */
  async get(): Promise<oidc.ServerMetadata> {
    const { metadata } = this.files;
    return metadata === null ? this.#published.get() : { ...metadata };
  }

  /** Should the provider have moved its endpoints, the next person finds the new ones. */
  forget(): void {
    this.#published.forget();
  }

  /** Plain http is for a developer's machine; the settings refuse it in production. */
  extensions(): ((configuration: oidc.Configuration) => void)[] {
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return this.config.OIDC_ISSUER.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  }

  async #discover(): Promise<oidc.ServerMetadata> {
    try {
      const found = await oidc.discovery(
        new URL(this.config.OIDC_ISSUER),
        this.config.OIDC_CLIENT_ID,
        undefined,
        oidc.None(),
        {
          execute: this.extensions(),
          timeout: TIMEOUT_SECONDS,
          [oidc.customFetch]: providerFetch,
        },
      );
      return { ...found.serverMetadata() };
    } catch (error) {
      const code = loggedReasonOf(failureOf(error));
      this.logger.error('identification.discovery-failed', { code });
      throw new IdentityProviderUnavailableError(code);
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { BackingOff } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import {
  IdentificationRejectedError,
  IdentityProviderUnavailableError,
} from '../../identification.errors.js';
import { ProtocolClock } from '../protocol-clock.js';
import { ProviderFiles } from './provider-files.js';
import { providerFetch } from './provider-fetch.js';
import type { PublicKeys } from './public-keys.js';
import { verifySignedKeySet, type VouchedKeys } from './signed-key-set.js';

/** Deadline of reading the signed key set, in milliseconds. */
const TIMEOUT_MS = 5000;

/**
 * Shortest time between two readings of the signed key set, in seconds. A token with an unknown key has it read anew, and
 * who sends many of those must not have us hammer the provider.
 */
const REFRESH_FLOOR_SECONDS = 60;

/** Age from which on the signed key set is read anew, in seconds: so long does a key count that the provider withdrew. */
const REREAD_SECONDS = 3600;

/**
 * The keys the provider signs with, where they are not simply what its metadata points to: handed over in a file, or a
 * signed key set that a handed-over entity key vouches for.
 */
@Injectable()
export class ProviderKeys {
  readonly #signed = new BackingOff(() => this.#read());
  #known: VouchedKeys | undefined;
  /** When it was read, and when that was last tried. */
  #readAt = -Infinity;
  #triedAt = -Infinity;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly files: ProviderFiles,
    private readonly clock: ProtocolClock,
    private readonly logger: Logger,
  ) {}

  /**
   * A signed key set is read anew each hour; while that fails, the last good one counts for as long as it says itself.
   *
   * @returns Keys to check a token with; null when they are to be read from the address in the metadata.
   * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`), also when nobody vouches for what is
   *   there: we saw it ourselves, and people may wait as in any outage.
   */
  async known(): Promise<PublicKeys | null> {
    if (this.config.OIDC_PROVIDER_SIGNED_JWKS_URL === '') {
      return this.files.keys;
    }
    const known = this.#known;
    const now = this.clock.nowSeconds();
    if (known === undefined || now >= known.until) {
      return this.#anew();
    }
    const isOld = now >= this.#readAt + REREAD_SECONDS;
    return isOld && !this.#isJustTried() ? this.#anew().catch(() => known) : known;
  }

  /** The keys once more, for a token whose key is not among the known ones. @throws As `known`. */
  async refreshed(): Promise<PublicKeys | null> {
    return this.config.OIDC_PROVIDER_SIGNED_JWKS_URL !== '' && !this.#isJustTried()
      ? this.#anew()
      : this.known();
  }

  #isJustTried(): boolean {
    return this.clock.nowSeconds() < this.#triedAt + REFRESH_FLOOR_SECONDS;
  }

  /** Those who need them at the same time share one reading; after a failure it is left alone for a moment. */
  async #anew(): Promise<VouchedKeys> {
    this.#signed.forget();
    return this.#signed.get();
  }

  async #read(): Promise<VouchedKeys> {
    this.#triedAt = this.clock.nowSeconds();
    try {
      const response = await providerFetch(this.config.OIDC_PROVIDER_SIGNED_JWKS_URL, {
        headers: { accept: 'application/jwk-set+jwt' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) {
        throw new IdentityProviderUnavailableError(`signed-keys:http-${String(response.status)}`);
      }
      const entityKeys = this.files.entityKeys ?? { keys: [] };
      this.#known = await verifySignedKeySet((await response.text()).trim(), entityKeys, {
        issuer: this.config.OIDC_ISSUER,
        now: this.clock.nowSeconds(),
        notBefore: this.#known?.since ?? 0,
      });
      this.#readAt = this.#triedAt;
    } catch (error) {
      const failure = outageOf(error);
      // Loud, because soon nobody can identify and only the operator can mend it.
      this.logger.error('identification.provider-keys-refused', { code: failure.reason });
      throw failure;
    }
    if (this.#known.livesLong) {
      this.logger.warn('identification.provider-keys-live-long');
    }
    return this.#known;
  }
}

function outageOf(error: unknown): IdentityProviderUnavailableError {
  if (error instanceof IdentityProviderUnavailableError) {
    return error;
  }
  const isOurs = error instanceof IdentificationRejectedError;
  return new IdentityProviderUnavailableError(isOurs ? error.reason : 'signed-keys:unknown');
}

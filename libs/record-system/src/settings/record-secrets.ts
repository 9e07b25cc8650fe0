import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { AccountSecrets } from '@tapaamo/professional';
import { RecordSecretSealedError } from '../record-system.errors.js';
import type { RecordSystem } from './record-system.entity.js';

type Use = 'webhook' | 'webhook-path' | 'fhir';

type AddressOfWebhooks = Pick<
  RecordSystem,
  'organisationId' | 'webhookAddress' | 'sealedWebhookPath'
>;

/** Seals the secrets of record systems, each for its organisation and use, and opens them again. */
@Injectable()
export class RecordSecrets {
  constructor(
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
  ) {}

  /** @param use - What is sealed for one opens for no other. */
  seal(use: Use, organisationId: string, clear: string): Buffer {
    return this.secrets.seal(placeOf(use, organisationId), Buffer.from(clear));
  }

  /** What webhooks are signed with: the present secret, and the one before it for its time. @throws RecordSecretSealedError */
  signingWith(system: RecordSystem): string[] {
    const { sealedWebhookSecret, sealedPreviousSecret, previousSecretUntil } = system;
    const isDouble = previousSecretUntil !== null && previousSecretUntil > this.clock.now();
    const sealed = [sealedWebhookSecret, isDouble ? sealedPreviousSecret : null];
    return sealed.flatMap((one) => this.#open('webhook', system.organisationId, one) ?? []);
  }

  /** An address of webhooks as it is kept: the path may be a secret. @param address - That the gate let through. */
  sealedAddress(
    organisationId: string,
    address: string | null,
  ): Pick<RecordSystem, 'webhookAddress' | 'sealedWebhookPath'> {
    if (address === null) {
      return { webhookAddress: null, sealedWebhookPath: null };
    }
    const { origin, pathname } = new URL(address);
    const sealedWebhookPath = this.seal('webhook-path', organisationId, pathname);
    return { webhookAddress: origin, sealedWebhookPath };
  }

  /** The whole address of webhooks. @throws RecordSecretSealedError */
  webhookAddress(system: AddressOfWebhooks): string | null {
    const { organisationId, webhookAddress, sealedWebhookPath } = system;
    const path = this.#open('webhook-path', organisationId, sealedWebhookPath) ?? '';
    return webhookAddress === null ? null : webhookAddress + path;
  }

  /** The address as far as it can be opened. */
  shownAddress(system: AddressOfWebhooks): string | null {
    try {
      return this.webhookAddress(system);
    } catch (error) {
      if (error instanceof RecordSecretSealedError) {
        return system.webhookAddress;
      }
      throw error;
    }
  }

  /** @throws RecordSecretSealedError */
  fhirToken({ organisationId, sealedFhirToken }: RecordSystem): string | null {
    return this.#open('fhir', organisationId, sealedFhirToken);
  }

  /**
   * What was sealed under the ACCOUNT_SECRET before the present one, sealed anew, and a path that stands in clear yet;
   * null when there is nothing of it.
   */
  resealed(system: RecordSystem): Partial<RecordSystem> | null {
    const columns = [
      ['webhook', 'sealedWebhookSecret'],
      ['webhook', 'sealedPreviousSecret'],
      ['webhook-path', 'sealedWebhookPath'],
      ['fhir', 'sealedFhirToken'],
    ] as const;
    const anew = columns.flatMap(([use, column]) => {
      const place = placeOf(use, system.organisationId);
      const sealed = system[column];
      const isOld = sealed !== null && !this.secrets.isPresent(place, sealed);
      const clear = isOld ? this.secrets.open(place, sealed) : null;
      return clear === null ? [] : [[column, this.secrets.seal(place, clear)] as const];
    });
    const { organisationId, webhookAddress, sealedWebhookPath } = system;
    const isClear = webhookAddress !== null && sealedWebhookPath === null;
    const address = isClear ? this.sealedAddress(organisationId, webhookAddress) : {};
    return anew.length === 0 && !isClear ? null : { ...Object.fromEntries(anew), ...address };
  }

  #open(use: Use, organisationId: string, sealed: Buffer | null): string | null {
    if (sealed === null) {
      return null;
    }
    const clear = this.secrets.open(placeOf(use, organisationId), sealed);
    if (clear === null) {
      throw new RecordSecretSealedError();
    }
    return clear.toString();
  }
}

function placeOf(use: Use, organisationId: string): string {
  return `record-system-${use}:${organisationId}`;
}

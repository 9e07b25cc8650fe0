import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { AccountSecrets } from '@tapaamo/professional';
import { RecordSecretSealedError } from '../record-system.errors.js';
import type { RecordSystem } from './record-system.entity.js';

/** Seals the secrets of record systems, each for its organisation and use, and opens them again. */
@Injectable()
export class RecordSecrets {
  constructor(
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
  ) {}

  /** @param use - What is sealed for one opens for no other. */
  seal(use: 'webhook' | 'fhir', organisationId: string, clear: string): Buffer {
    return this.secrets.seal(placeOf(use, organisationId), Buffer.from(clear));
  }

  /** What webhooks are signed with: the present secret, and the one before it for its time. @throws RecordSecretSealedError */
  signingWith(system: RecordSystem): string[] {
    const { sealedWebhookSecret, sealedPreviousSecret, previousSecretUntil } = system;
    const isDouble = previousSecretUntil !== null && previousSecretUntil > this.clock.now();
    const sealed = [sealedWebhookSecret, isDouble ? sealedPreviousSecret : null];
    return sealed.flatMap((one) => this.#open('webhook', system.organisationId, one) ?? []);
  }

  /** @throws RecordSecretSealedError */
  fhirToken({ organisationId, sealedFhirToken }: RecordSystem): string | null {
    return this.#open('fhir', organisationId, sealedFhirToken);
  }

  /** What was sealed under the ACCOUNT_SECRET before the present one, sealed anew; null when there is nothing of it. */
  resealed(system: RecordSystem): Partial<RecordSystem> | null {
    const columns = [
      ['webhook', 'sealedWebhookSecret'],
      ['webhook', 'sealedPreviousSecret'],
      ['fhir', 'sealedFhirToken'],
    ] as const;
    const anew = columns.flatMap(([use, column]) => {
      const place = placeOf(use, system.organisationId);
      const sealed = system[column];
      const isOld = sealed !== null && !this.secrets.isPresent(place, sealed);
      const clear = isOld ? this.secrets.open(place, sealed) : null;
      return clear === null ? [] : [[column, this.secrets.seal(place, clear)] as const];
    });
    return anew.length === 0 ? null : Object.fromEntries(anew);
  }

  #open(use: 'webhook' | 'fhir', organisationId: string, sealed: Buffer | null): string | null {
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

function placeOf(use: 'webhook' | 'fhir', organisationId: string): string {
  return `record-system-${use}:${organisationId}`;
}

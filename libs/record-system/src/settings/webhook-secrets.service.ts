import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import type { RecordTest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { RecordAttempt } from '../delivery/record-attempt.entity.js';
import { RecordMessages } from '../delivery/record-messages.js';
import { WebhookNotReadyError } from '../record-system.errors.js';
import { RecordGate } from './record-gate.js';
import { RecordSecrets } from './record-secrets.js';
import { RecordSystem, lockedSystem } from './record-system.entity.js';
import { newWebhookSecret } from './webhook-signature.js';

/** How long the former secret signs beside the one that replaces it. */
const BOTH_MS = 7 * 86_400_000;

/** The secret that webhooks are signed with, and the event that tries it. */
@Injectable()
export class WebhookSecrets {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly secrets: RecordSecrets,
    private readonly messages: RecordMessages,
    private readonly gate: RecordGate,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Makes a secret. The one before it signs as well for a week, so that the receiver can change it in between.
   *
   * @returns The secret, which cannot be shown again.
   */
  async make(actor: StaffActor): Promise<string> {
    const { organisationId } = actor;
    const secret = newWebhookSecret(this.randomness);
    const now = this.clock.now();
    await this.scope.of(organisationId, async (tx) => {
      const present = await lockedSystem(tx, organisationId);
      const sealed = this.secrets.seal('webhook', organisationId, secret);
      if (present === null) {
        await tx.insert(RecordSystem, {
          organisationId,
          webhookActive: false,
          webhookCalendar: false,
          fhirActive: false,
          sealedWebhookSecret: sealed,
          version: 0,
          createdAt: now,
        });
      } else {
        const { previousSecretUntil } = present;
        // Who makes one again has lost the one just made: what the receiver has is the one before.
        const isDouble = previousSecretUntil !== null && previousSecretUntil > now;
        const former = isDouble ? present.sealedPreviousSecret : present.sealedWebhookSecret;
        await tx.update(
          RecordSystem,
          { organisationId },
          {
            sealedWebhookSecret: sealed,
            sealedPreviousSecret: former,
            previousSecretUntil: former === null ? null : new Date(now.getTime() + BOTH_MS),
          },
        );
      }
      const target = { kind: 'organisation', id: organisationId } as const;
      const event = 'record-system.secret-made';
      await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
    });
    return secret;
  }

  /** The former secret signs no more, at once. */
  async endPrevious(actor: StaffActor): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const ended = { sealedPreviousSecret: null, previousSecretUntil: null };
      await tx.update(RecordSystem, { organisationId }, ended);
      const target = { kind: 'organisation', id: organisationId } as const;
      const event = 'record-system.secret-ended';
      await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
    });
  }

  /** Sends an event of type `test` to the address that is saved. @throws WebhookNotReadyError */
  async test({ organisationId }: StaffActor): Promise<RecordTest> {
    const id = this.randomness.uuid();
    const message = await this.scope.of(organisationId, async (tx) => {
      const system = await tx.findOneBy(RecordSystem, { organisationId });
      if (system === null || system.webhookAddress === null || !system.sealedWebhookSecret) {
        throw new WebhookNotReadyError();
      }
      const timestamp = this.clock.now().toISOString();
      const event = { type: 'test', timestamp, data: { organisationId } };
      return this.messages.webhook(system, id, JSON.stringify(event));
    });
    const told = await this.gate.send(organisationId, message);
    const attempt = { id, organisationId, at: this.clock.now(), target: 'webhook' } as const;
    await this.scope.of(organisationId, (tx) =>
      tx.insert(RecordAttempt, { ...attempt, event: 'test', ...told }),
    );
    return told;
  }
}

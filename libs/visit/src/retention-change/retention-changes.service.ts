import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError, Randomness } from '@tapaamo/common';
import type {
  ChangeRetentionRequest,
  ConfirmRetentionRequest,
  RetentionChoice,
  RetentionPreview,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Service } from '@tapaamo/organisation';
import { RetentionChange, RetentionPolicy, ruleOf } from '@tapaamo/retention';
import type { EntityManager } from 'typeorm';
import { DueInstant } from '../ending/due-instant.js';
import { affectedVisits, previewOf } from './affected-visits.js';
import {
  PreviewOutdatedError,
  RetentionChangeWaitingError,
  RetentionUnchangedError,
  SecondAdminError,
} from './retention-change.errors.js';

type Verb = 'proposed' | 'confirmed' | 'withdrawn' | 'changed';

/** What is held is hidden as what is due is, and a shorter policy reaches it all the same. */
const SEES_HELD = 'telling what is held';

const HELD = { lock: { mode: 'pessimistic_write' } } as const;

/** Changes of how long clients of a service are known. Nothing here tells of any visit but how many there are. */
@Injectable()
export class RetentionChanges {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly dueInstant: DueInstant,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** What a choice would do if it were confirmed now. @throws DeniedOrMissingError */
  async preview(
    { organisationId }: Pick<StaffActor, 'organisationId'>,
    serviceId: string,
    choice: RetentionChoice,
  ): Promise<RetentionPreview> {
    return this.scope.of(
      organisationId,
      async (tx) => {
        const service = await tx.findOneBy(Service, { id: serviceId, organisationId });
        if (service === null) {
          throw new DeniedOrMissingError();
        }
        return this.#previewFor(tx, service, choice);
      },
      SEES_HELD,
    );
  }

  /**
   * Takes a longer period into use for new bookings, or proposes a shorter one to the other admins.
   *
   * @throws DeniedOrMissingError, RetentionUnchangedError, RetentionChangeWaitingError, PreviewOutdatedError
   */
  async change(
    actor: StaffActor,
    serviceId: string,
    { affected, ...choice }: ChangeRetentionRequest,
  ): Promise<void> {
    await this.scope.of(
      actor.organisationId,
      async (tx) => {
        const service = await this.#heldService(tx, actor, serviceId);
        const waiting = { serviceId, state: 'proposed' } as const;
        if (await tx.existsBy(RetentionChange, waiting)) {
          throw new RetentionChangeWaitingError();
        }
        const preview = await this.#previewFor(tx, service, choice);
        if (preview.direction === 'same') {
          throw new RetentionUnchangedError();
        }
        if (preview.affected > affected) {
          throw new PreviewOutdatedError();
        }
        if (preview.direction === 'longer') {
          await this.#addPolicy(tx, service, choice);
          return this.#tell(tx, actor, 'changed', { serviceId, choice, count: 0 });
        }
        const id = this.randomness.uuid();
        await tx.insert(RetentionChange, {
          id,
          organisationId: actor.organisationId,
          ...waiting,
          ...choice,
          proposedBy: actor.professionalId,
          proposedAt: this.clock.now(),
        });
        return this.#tell(tx, actor, 'proposed', { serviceId, choice, count: preview.affected });
      },
      SEES_HELD,
    );
  }

  /**
   * Confirms a shorter period: new bookings are under it from now on, and visits that exist are forgotten by it from the
   * first night that is a day ahead.
   *
   * @throws DeniedOrMissingError when it does not wait (any more); SecondAdminError, PreviewOutdatedError
   */
  async confirm(
    actor: StaffActor,
    serviceId: string,
    { changeId, affected }: ConfirmRetentionRequest,
  ): Promise<void> {
    await this.scope.of(
      actor.organisationId,
      async (tx) => {
        const service = await this.#heldService(tx, actor, serviceId);
        const { anchor, period, proposedBy } = await this.#waiting(tx, serviceId, changeId);
        if (proposedBy === actor.professionalId) {
          throw new SecondAdminError();
        }
        const choice = { anchor, period };
        const visits = await affectedVisits(tx, serviceId, ruleOf(choice), this.clock.now());
        if (visits.length > affected) {
          throw new PreviewOutdatedError();
        }
        await this.#decide(tx, actor, changeId, 'confirmed');
        const policyId = await this.#addPolicy(tx, service, choice);
        for (const { visitId, dueAt, reviewAt } of visits) {
          await this.dueInstant.bringForward(tx, visitId, { dueAt, reviewAt, policyId });
        }
        const count = visits.length;
        await this.#tell(tx, actor, 'confirmed', { serviceId, choice, count });
        await this.#tell(tx, actor, 'changed', { serviceId, choice, count });
      },
      SEES_HELD,
    );
  }

  /** Takes a proposal back; any admin may. @throws DeniedOrMissingError when it does not wait (any more) */
  async withdraw(actor: StaffActor, serviceId: string, changeId: string): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      await this.#heldService(tx, actor, serviceId);
      const { anchor, period } = await this.#waiting(tx, serviceId, changeId);
      await this.#decide(tx, actor, changeId, 'withdrawn');
      const choice = { anchor, period };
      await this.#tell(tx, actor, 'withdrawn', { serviceId, choice, count: 0 });
    });
  }

  /** Changes of one service come one after another, and a booking comes wholly before or after one. */
  async #heldService(
    tx: EntityManager,
    { organisationId }: StaffActor,
    serviceId: string,
  ): Promise<Service> {
    const where = { id: serviceId, organisationId };
    const service = await tx.findOne(Service, { where, ...HELD });
    if (service === null) {
      throw new DeniedOrMissingError();
    }
    return service;
  }

  async #waiting(tx: EntityManager, serviceId: string, id: string): Promise<RetentionChange> {
    const change = await tx.findOneBy(RetentionChange, { id, serviceId, state: 'proposed' });
    if (change === null) {
      throw new DeniedOrMissingError();
    }
    return change;
  }

  async #decide(
    tx: EntityManager,
    { professionalId }: StaffActor,
    id: string,
    state: 'confirmed' | 'withdrawn',
  ): Promise<void> {
    const decided = { state, decidedBy: professionalId, decidedAt: this.clock.now() };
    await tx.update(RetentionChange, { id }, decided);
  }

  async #previewFor(
    tx: EntityManager,
    { id, retentionPolicyId }: Service,
    choice: RetentionChoice,
  ): Promise<RetentionPreview> {
    const present = await tx.findOneByOrFail(RetentionPolicy, { id: retentionPolicyId });
    return previewOf(tx, id, { rule: ruleOf(choice), present }, this.clock.now());
  }

  /** The next version of the service's own policy, in use from now on. */
  async #addPolicy(
    tx: EntityManager,
    { id: serviceId, organisationId, retentionPolicyId }: Service,
    choice: RetentionChoice,
  ): Promise<string> {
    const { version } = await tx.findOneByOrFail(RetentionPolicy, { id: retentionPolicyId });
    const id = this.randomness.uuid();
    await tx.insert(RetentionPolicy, {
      id,
      organisationId,
      serviceId,
      category: 'identifiers',
      ...ruleOf(choice),
      version: version + 1,
      createdAt: this.clock.now(),
    });
    await tx.update(Service, { id: serviceId }, { retentionPolicyId: id });
    return id;
  }

  async #tell(
    tx: EntityManager,
    actor: StaffActor,
    verb: Verb,
    { serviceId: id, choice, count }: { serviceId: string; choice: RetentionChoice; count: number },
  ): Promise<void> {
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: `retention-policy.${verb}`,
      target: { kind: 'service', id },
      details: { category: 'identifiers', ...choice, count },
    });
  }
}

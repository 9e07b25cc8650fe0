import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError, Randomness } from '@tapaamo/common';
import type {
  ChangeServiceRequest,
  CreateServiceRequest,
  ServiceSettings,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { RetentionPolicy } from '@tapaamo/retention';
import { In, IsNull, type EntityManager } from 'typeorm';
import { SettingsChangedError } from '../organisation.errors.js';
import { Service } from '../service.entity.js';
import { differingFields } from './differing-fields.js';
import { ServiceStatement } from './service-statement.entity.js';

type Actor = Pick<StaffActor, 'organisationId'>;

/** The service lines of an organisation, as its admins keep them. */
@Injectable()
export class ServiceSettingsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** All services: open ones first, then by Finnish name. */
  async list({ organisationId }: Actor): Promise<ServiceSettings[]> {
    return this.scope.of(organisationId, async (tx) => {
      const order = { active: 'DESC', nameFi: 'ASC', id: 'ASC' } as const;
      return this.#describe(tx, await tx.find(Service, { where: { organisationId }, order }));
    });
  }

  /** @throws DeniedOrMissingError */
  async read({ organisationId }: Actor, serviceId: string): Promise<ServiceSettings> {
    return this.scope.of(organisationId, (tx) => this.#one(tx, organisationId, serviceId));
  }

  /** Opens a new service under the organisation's newest retention policy. Its id is random. */
  async create(actor: StaffActor, settings: CreateServiceRequest): Promise<ServiceSettings> {
    const { organisationId } = actor;
    const id = this.randomness.uuid();
    return this.scope.of(organisationId, async (tx) => {
      const { id: retentionPolicyId } = await tx.findOneOrFail(RetentionPolicy, {
        where: { organisationId, serviceId: IsNull(), category: 'identifiers' },
        order: { version: 'DESC' },
      });
      const own = { id, organisationId, retentionPolicyId, active: true, version: 1 };
      await tx.insert(Service, { ...settings, ...own });
      const service = await this.#one(tx, organisationId, id);
      await this.#tell(tx, actor, id, 'service.created');
      return service;
    });
  }

  /**
   * Changes a service. Level and discreet mode act for new bookings.
   *
   * @throws DeniedOrMissingError
   * @throws SettingsChangedError when somebody else did since it was read; nothing is changed then.
   */
  async change(
    actor: StaffActor,
    serviceId: string,
    { version, ...changes }: ChangeServiceRequest,
  ): Promise<ServiceSettings> {
    const { organisationId } = actor;
    return this.scope.of(organisationId, async (tx) => {
      const before = await this.#one(tx, organisationId, serviceId);
      const { affected } = await tx.update(
        Service,
        { id: serviceId, organisationId, version },
        { ...changes, version: version + 1 },
      );
      const present = await this.#one(tx, organisationId, serviceId);
      if (affected !== 1) {
        throw new SettingsChangedError(differingFields(changes, present));
      }
      const closed = before.active && !present.active;
      await this.#tell(tx, actor, serviceId, closed ? 'service.closed' : 'service.changed');
      return present;
    });
  }

  /**
   * Signs that clients' data is recorded elsewhere; the newest statement holds.
   *
   * @param signedBy - The signer's name, kept as it is now.
   * @throws DeniedOrMissingError
   */
  async sign(
    actor: StaffActor,
    serviceId: string,
    statement: { recordSystem: string; signedBy: string },
  ): Promise<ServiceSettings> {
    const { organisationId, professionalId } = actor;
    return this.scope.of(organisationId, async (tx) => {
      await this.#one(tx, organisationId, serviceId);
      await tx.insert(ServiceStatement, {
        id: this.randomness.uuid(),
        organisationId,
        serviceId,
        professionalId,
        ...statement,
        signedAt: this.clock.now(),
      });
      const signed = await this.#one(tx, organisationId, serviceId);
      await this.#tell(tx, actor, serviceId, 'service.changed');
      return signed;
    });
  }

  async #tell(
    tx: EntityManager,
    actor: StaffActor,
    serviceId: string,
    event: 'service.created' | 'service.changed' | 'service.closed',
  ): Promise<void> {
    const target = { kind: 'service', id: serviceId } as const;
    await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
  }

  async #one(
    tx: EntityManager,
    organisationId: string,
    serviceId: string,
  ): Promise<ServiceSettings> {
    const services = await tx.findBy(Service, { id: serviceId, organisationId });
    const [service] = await this.#describe(tx, services);
    if (service === undefined) {
      throw new DeniedOrMissingError();
    }
    return service;
  }

  async #describe(tx: EntityManager, services: Service[]): Promise<ServiceSettings[]> {
    const statements = await tx.find(ServiceStatement, {
      where: { serviceId: In(services.map(({ id }) => id)) },
      order: { signedAt: 'DESC' },
    });
    const policies = await tx.findBy(RetentionPolicy, {
      id: In(services.map(({ retentionPolicyId }) => retentionPolicyId)),
    });
    return services.map(({ ...service }) => {
      const policy = policies.find(({ id }) => id === service.retentionPolicyId);
      return {
        ...service,
        statement: describeStatement(statements.find(({ serviceId }) => serviceId === service.id)),
        retentionAnchor: policy?.anchor === 'relationship-end' ? policy.anchor : 'visit-end',
        retentionPeriod: policy?.period ?? '',
      };
    });
  }
}

function describeStatement(statement: ServiceStatement | undefined): ServiceSettings['statement'] {
  if (statement === undefined) {
    return null;
  }
  const { recordSystem, signedBy, signedAt } = statement;
  return { recordSystem, signedBy, signedAt: signedAt.toISOString() };
}

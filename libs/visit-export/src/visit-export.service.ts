import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import { ClientRelationships, VisitRow } from '@tapaamo/visit';
import { Encrypter } from 'age-encryption';
import { MoreThan, type EntityManager } from 'typeorm';
import { ExportKeys } from './export-keys.service.js';
import { readExported } from './read-exported.js';

/** Visits that are read in one transaction, and told of in one entry of the audit log. */
const BATCH = 200;

/** What a file is asked of: all of an organisation, or the visit of a relationship. */
interface Target {
  kind: 'organisation' | 'visit';
  id: string;
}

/** What a file is of, and for whom it is sealed. */
interface Whither {
  target: Target;
  recipient: string;
}

/** Takes an organisation's living visits out in a file that only the organisation itself can open. */
@Injectable()
export class VisitExport {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly keys: ExportKeys,
    private readonly vault: Vault,
    private readonly relationships: ClientRelationships,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals every living visit of the organisation for its key (age-encryption.org/v1): a line of JSON for the whole, then one for
   * each visit. It is read and sealed as it is fetched, so nothing of it lies anywhere in clear.
   *
   * @param recipient - The key that the actor saw, and stands for.
   * @throws What `ExportKeys.require` does; KeysMissingError (`vault.keys-missing`)
   */
  async ofOrganisation(actor: StaffActor, recipient: string): Promise<ReadableStream<Uint8Array>> {
    const { organisationId } = actor;
    const target = { kind: 'organisation', id: organisationId } as const;
    return this.#file(actor, target, async (tx) => {
      const key = await this.keys.require(tx, actor, recipient);
      const visits = await tx.find(VisitRow, {
        where: { organisationId, purgeDueAt: MoreThan(this.clock.now()) },
        select: { id: true },
        order: { purgeDueAt: 'ASC', id: 'ASC' },
      });
      return { key, visitIds: visits.map(({ id }) => id) };
    });
  }

  /**
   * The same of one client relationship, before it is said that it has ended.
   *
   * @param visitId - One of its visits, which is over.
   * @throws What `ExportKeys.require` and `ClientRelationships.visitsOf` throw
   */
  async ofRelationship(actor: StaffActor, visitId: string): Promise<ReadableStream<Uint8Array>> {
    return this.#file(actor, { kind: 'visit', id: visitId }, async (tx) => {
      const visitIds = await this.relationships.visitsOf(tx, actor, visitId);
      return { key: await this.keys.require(tx, actor), visitIds };
    });
  }

  async #file(
    actor: StaffActor,
    target: Target,
    find: (tx: EntityManager) => Promise<{ key: string; visitIds: string[] }>,
  ): Promise<ReadableStream<Uint8Array>> {
    const { key, visitIds } = await this.scope.of(actor.organisationId, find);
    const lines = this.#lines(actor, { target, recipient: key }, visitIds);
    // What cannot begin is refused in words; later the file can only be cut off, which shows when it is opened.
    const first = await lines.next();
    const sealing = new Encrypter();
    sealing.addRecipient(key);
    return sealing.encrypt(asked(first, lines));
  }

  async *#lines(
    actor: StaffActor,
    whither: Whither,
    visitIds: readonly string[],
  ): AsyncGenerator<Uint8Array, void> {
    const { organisationId } = actor;
    const madeAt = this.clock.now().toISOString();
    const head = { form: 'tapaamo-export-1', organisationId, madeAt, visits: visitIds.length };
    for (let from = 0; from === 0 || from < visitIds.length; from += BATCH) {
      const some = visitIds.slice(from, from + BATCH);
      await this.#tell(actor, whither, some);
      const visits = await this.scope.of(organisationId, (tx) =>
        readExported(tx, this.vault, { organisationId, visitIds: some, now: this.clock.now() }),
      );
      yield Buffer.concat([...(from === 0 ? [head] : []), ...visits].map(line));
    }
  }

  /** Before they are read: what is fetched by halves is told by halves. */
  async #tell(
    actor: StaffActor,
    { target, recipient }: Whither,
    visits: readonly string[],
  ): Promise<void> {
    const details = { count: visits.length, recipient };
    const told = { event: 'visits.exported', target, visits, details } as const;
    await this.scope.of(actor.organisationId, (tx) =>
      this.audit.append(tx, { ...byStaff(actor), ...told }),
    );
  }
}

/** What is left to read is read as it is fetched, and on behalf of the request. */
function asked(
  first: IteratorResult<Uint8Array, void>,
  rest: AsyncGenerator<Uint8Array, void>,
): ReadableStream<Uint8Array> {
  const inRequest = AsyncLocalStorage.snapshot();
  const give = (to: ReadableStreamDefaultController, { done, value }: typeof first) =>
    done === true ? to.close() : to.enqueue(value);
  return new ReadableStream<Uint8Array>({
    start: (to) => give(to, first),
    pull: async (to) => give(to, await inRequest(() => rest.next())),
    cancel: () => inRequest(() => rest.return()).then(() => undefined),
  });
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

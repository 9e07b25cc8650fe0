import { Injectable } from '@nestjs/common';
import { AdministrationRefusedError } from '@tapaamo/administration';
import { AuditLog } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { ClosedOrganisation, Organisation } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';

/** So long after it was asked for a closing may be confirmed, in milliseconds: time to notice that it is the wrong one. */
const THOUGHT_OVER_MS = 86_400_000;

/** What is held is hidden as what is due is. */
const SEES_HELD = 'telling what is held';

/** The operator's two steps to the end of an organisation's contract, a day apart. */
@Injectable()
export class ContractEnds {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks to close an organisation that is out of use. Nothing goes yet, and enabling it takes this back.
   *
   * @returns From when on it may be confirmed.
   * @throws AdministrationRefusedError when there is none, it is in use, it was asked for, or a visit of it is held
   */
  async ask(organisationId: string): Promise<Date> {
    return this.scope.of(
      organisationId,
      async (tx) => {
        const { disabledAt, closeAskedAt } = await known(tx, organisationId);
        if (disabledAt === null) {
          throw refusal(organisationId, 'is in use. Disable it first');
        }
        if (closeAskedAt !== null) {
          throw refusal(organisationId, 'was asked to be closed already');
        }
        await requireNoneHeld(tx, organisationId);
        const now = this.clock.now();
        await tx.update(Organisation, { id: organisationId }, { closeAskedAt: now });
        await this.#tell(tx, organisationId, 'organisation.close-asked');
        return confirmedFrom(now);
      },
      SEES_HELD,
    );
  }

  /**
   * Confirms that an organisation is closed for good: from now on its keys and everything of it go, its living visits
   * included, and nothing brings it back.
   *
   * @param nameFi - Its name in Finnish, as a check that it is the right one.
   * @throws AdministrationRefusedError when it was not asked for a day ago, is called something else, or a visit of it is held
   */
  async confirm(organisationId: string, nameFi: string): Promise<void> {
    await this.scope.of(
      organisationId,
      async (tx) => {
        const { closeAskedAt, nameFi: itsName } = await known(tx, organisationId);
        if (closeAskedAt === null) {
          throw refusal(organisationId, 'was not asked to be closed');
        }
        const from = confirmedFrom(closeAskedAt);
        const now = this.clock.now();
        if (now < from) {
          throw refusal(organisationId, `can be confirmed from ${from.toISOString()} on`);
        }
        if (itsName !== nameFi) {
          throw refusal(organisationId, 'has another name');
        }
        await requireNoneHeld(tx, organisationId);
        if (await tx.existsBy(ClosedOrganisation, { id: organisationId })) {
          throw refusal(organisationId, 'is being closed already');
        }
        await this.#tell(tx, organisationId, 'organisation.closed');
        await tx.insert(ClosedOrganisation, { id: organisationId, confirmedAt: now, visits: 0 });
      },
      SEES_HELD,
    );
  }

  /** Every organisation that was closed or is being closed, oldest first. */
  async list(): Promise<ClosedOrganisation[]> {
    return this.scope.everywhere('administering the installation', (tx) =>
      tx.find(ClosedOrganisation, { order: { confirmedAt: 'ASC', id: 'ASC' } }),
    );
  }

  async #tell(
    tx: EntityManager,
    organisationId: string,
    event: 'organisation.close-asked' | 'organisation.closed',
  ): Promise<void> {
    const target = { kind: 'organisation', id: organisationId } as const;
    const actor = { kind: 'operator' } as const;
    await this.audit.append(tx, { organisationId, actor, event, target, details: {} });
  }
}

function refusal(organisationId: string, what: string): AdministrationRefusedError {
  return new AdministrationRefusedError(`Organisation ${organisationId} ${what}.`);
}

/** What a legal hold or a restriction keeps goes with nothing, the end of a contract included. @throws AdministrationRefusedError */
async function requireNoneHeld(tx: EntityManager, organisationId: string): Promise<void> {
  const [held] = await tx.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM visit WHERE organisation_id = $1 AND held_due_at IS NOT NULL',
    [organisationId],
  );
  if (held !== undefined && held.count > 0) {
    const what = `keeps ${String(held.count)} visits by a legal hold or a restriction`;
    throw refusal(organisationId, `${what}. Enable it, have these ended, then close it`);
  }
}

const confirmedFrom = (askedAt: Date): Date => new Date(askedAt.getTime() + THOUGHT_OVER_MS);

/** Held, so that nobody enables it meanwhile. */
async function known(tx: EntityManager, organisationId: string): Promise<Organisation> {
  const found = await tx.findOne(Organisation, {
    where: { id: organisationId },
    lock: { mode: 'pessimistic_write' },
  });
  if (found === null) {
    throw new AdministrationRefusedError(`There is no organisation ${organisationId}.`);
  }
  return found;
}

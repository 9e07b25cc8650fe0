import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { CONFIG, type Config } from '@tapaamo/config';
import type { ChangeSignInRuleRequest, SignInRule } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation, SettingsChangedError } from '@tapaamo/organisation';
import { In, type EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import { StaffSessionService } from '../session/staff-session.service.js';
import { adminsIn, type AdminMeans } from '../staff/working-admins.js';
import {
  EmergencyAccessNeededError,
  ProviderNotReadyError,
  ProviderNotUsedError,
} from './provider.errors.js';
import { ProviderTest } from './provider-test.js';
import { SignInProvider } from './sign-in-provider.entity.js';

/** What an admin wishes. */
type Wish = ChangeSignInRuleRequest;

/** Whether an organisation's staff signs in by its provider only. */
@Injectable()
export class ProviderRule {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scope: OrganisationScope,
    private readonly test: ProviderTest,
    private readonly sessions: StaffSessionService,
    private readonly audit: AuditLog,
  ) {}

  /** The rule of the actor's organisation, and what switching it on needs. */
  async read(actor: StaffActor): Promise<SignInRule> {
    return this.scope.of(actor.organisationId, (tx) => this.#read(tx, actor));
  }

  /**
   * Changes the rule. Switched on, sessions that were opened by anything else end, but those of admins with emergency
   * access.
   *
   * @throws SettingsChangedError when somebody else did since it was read
   * @throws ProviderNotReadyError when there is no provider in use that answers as one
   * @throws ProviderNotUsedError when the actor has never signed in by it: nobody would know that it lets people in
   * @throws EmergencyAccessNeededError when no admin would get in without it
   */
  async change(actor: StaffActor, wish: Wish): Promise<SignInRule> {
    const { organisationId } = actor;
    if (wish.exclusive) {
      await this.#requireAnswer(actor);
    }
    return this.scope.of(organisationId, async (tx) => {
      await lockWhole(tx, organisationId);
      const present = await this.#read(tx, actor);
      if (present.version !== wish.version) {
        throw new SettingsChangedError(differing(wish, present));
      }
      const chosen = requireAdmins(present, wish);
      if (wish.exclusive) {
        requireReady(present, chosen);
      }
      await this.#write(tx, actor, wish);
      return this.#read(tx, actor);
    });
  }

  /** Asks the provider now: a transaction waits for nobody outside. */
  async #requireAnswer(actor: StaffActor): Promise<void> {
    const { organisationId } = actor;
    const provider = await this.scope.of(organisationId, (tx) =>
      tx.findOneBy(SignInProvider, { organisationId, active: true }),
    );
    if (provider === null || (await this.test.look(provider.issuer)) !== 'works') {
      throw new ProviderNotReadyError();
    }
  }

  async #write(tx: EntityManager, actor: StaffActor, wish: Wish): Promise<void> {
    const { organisationId } = actor;
    const { exclusive, emergencyAdmins: emergency } = wish;
    await tx.update(
      SignInProvider,
      { organisationId },
      { exclusive, ruleVersion: wish.version + 1 },
    );
    await tx.update(
      Professional,
      { organisationId, emergencyAccess: true },
      { emergencyAccess: false },
    );
    await tx.update(Professional, { organisationId, id: In(emergency) }, { emergencyAccess: true });
    if (exclusive) {
      await this.sessions.endAllButBy(tx, organisationId, 'oidc', emergency);
    }
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: exclusive ? 'sign-in-provider.rule-set' : 'sign-in-provider.rule-lifted',
      target: { kind: 'organisation', id: organisationId },
      details: { emergency },
    });
  }

  async #read(tx: EntityManager, actor: StaffActor): Promise<SignInRule> {
    const { organisationId, professionalId } = actor;
    const provider = await tx.findOneBy(SignInProvider, { organisationId });
    const admins = await adminsIn(tx, organisationId, this.config);
    return {
      exclusive: provider?.exclusive ?? false,
      version: provider?.ruleVersion ?? 0,
      isInUse: provider?.active ?? false,
      isUsedByReader: admins.some(({ id, byProvider }) => id === professionalId && byProvider),
      admins: admins.map(described),
    };
  }
}

function described({ id, displayName, byOther, emergencyAccess }: AdminMeans) {
  return { id, displayName, hasOtherMeans: byOther, emergencyAccess };
}

/**
 * Until the transaction ends, nobody else decides over the organisation's accounts, and no session is opened: its
 * reference waits, and whether it may be is looked at after it.
 */
async function lockWhole(tx: EntityManager, id: string): Promise<void> {
  const lock = { mode: 'pessimistic_write' } as const;
  await tx.findOneOrFail(Organisation, { where: { id }, select: { id: true }, lock });
}

/** The admins whom the wish names. */
function requireAdmins({ admins }: SignInRule, { emergencyAdmins }: Wish): SignInRule['admins'] {
  const chosen = admins.filter(({ id }) => emergencyAdmins.includes(id));
  if (chosen.length !== emergencyAdmins.length) {
    throw new EmergencyAccessNeededError();
  }
  return chosen;
}

function requireReady({ isInUse, isUsedByReader }: SignInRule, chosen: SignInRule['admins']): void {
  if (!isInUse) {
    throw new ProviderNotReadyError();
  }
  if (!isUsedByReader) {
    throw new ProviderNotUsedError();
  }
  if (!chosen.some((one) => one.hasOtherMeans)) {
    throw new EmergencyAccessNeededError();
  }
}

/** What was sent and is another value now. */
function differing(wish: Wish, present: SignInRule): string[] {
  const marked = present.admins.filter(({ emergencyAccess }) => emergencyAccess);
  const isSame =
    marked
      .map(({ id }) => id)
      .sort()
      .join() === [...wish.emergencyAdmins].sort().join();
  return [
    ...(wish.exclusive === present.exclusive ? [] : ['exclusive']),
    ...(isSame ? [] : ['emergencyAdmins']),
  ];
}

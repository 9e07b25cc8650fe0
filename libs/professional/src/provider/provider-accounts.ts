import { Injectable } from '@nestjs/common';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import { In, type EntityManager } from 'typeorm';
import { MeansChanges } from '../account/means-changes.js';
import { OPEN } from '../inviting/open-invitation.js';
import { Professional } from '../professional.entity.js';
import { lockStaff } from '../staff/staff-accounts.service.js';
import { StaffInvitation } from '../staff-invitation.entity.js';
import { RefusedByRuleError } from './provider.errors.js';
import { rolesOf } from './roles-by-group.js';
import type { SignInProvider } from './sign-in-provider.entity.js';
import { StaffIdentity } from './staff-identity.entity.js';
import type { VouchedPerson } from './vouched-person.js';

/** Whose account a person at a provider has, by the rules of the organisation. */
@Injectable()
export class ProviderAccounts {
  constructor(
    private readonly changes: MeansChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Finds the account that was bound to the person; else binds one by their address, or makes one, where the rules say so.
   *
   * @param domains - That the operator assigned to the organisation: accounts are made of their addresses only. An
   *   account that is there already was invited by the organisation itself, whatever its address.
   * @throws RefusedByRuleError (`sign-in-provider.refused`)
   */
  async accountOf(
    tx: EntityManager,
    provider: SignInProvider,
    domains: readonly string[],
    person: VouchedPerson,
  ): Promise<Professional> {
    const { organisationId } = provider;
    // One first sign-in at a time, so that nobody is bound or made twice.
    await lockStaff(tx, organisationId);
    const { subjectHash } = person;
    const identity = await tx.findOneBy(StaffIdentity, { organisationId, subjectHash });
    if (identity !== null) {
      const id = identity.professionalId;
      return requireOpen(await tx.findOneByOrFail(Professional, { id, organisationId }));
    }
    const email = requireAddress(person);
    const found = await tx.findOneBy(Professional, { organisationId, email });
    const account =
      found === null
        ? await this.#make(tx, provider, person, requireDomain(email, domains))
        : requireOpen(found);
    await this.#bind(tx, account, person);
    if (found !== null) {
      const { id: professionalId } = found;
      await this.changes.mail(tx, { organisationId, professionalId }, 'sign-in-method.added');
    }
    await this.#acceptInvitation(tx, account);
    return account;
  }

  async #bind(
    tx: EntityManager,
    { id: professionalId, organisationId }: Professional,
    { issuer, subjectHash }: VouchedPerson,
  ): Promise<void> {
    // The address was given to somebody else at the provider: the account stays whose it was.
    if (await tx.existsBy(StaffIdentity, { professionalId, issuer })) {
      throw new RefusedByRuleError('bound-to-another', professionalId);
    }
    const createdAt = this.clock.now();
    await tx.insert(StaffIdentity, {
      organisationId,
      subjectHash,
      professionalId,
      issuer,
      createdAt,
    });
    await tx.update(Professional, { id: professionalId }, { signInResetAt: null });
    await this.audit.append(tx, {
      ...byStaff({ organisationId, professionalId }),
      event: 'sign-in-method.added',
      target: { kind: 'staff', id: professionalId },
      details: { method: 'oidc' },
    });
  }

  /** Who proved to be whom the organisation invited need not open the link as well. */
  async #acceptInvitation(
    tx: EntityManager,
    { id: professionalId, organisationId }: Professional,
  ): Promise<void> {
    const { affected } = await tx.update(
      StaffInvitation,
      { professionalId, status: In([...OPEN]) },
      { status: 'accepted', acceptedAt: this.clock.now() },
    );
    if (affected === 1) {
      await this.audit.append(tx, {
        ...byStaff({ organisationId, professionalId }),
        event: 'staff.invitation-accepted',
        details: {},
      });
    }
  }

  async #make(
    tx: EntityManager,
    provider: SignInProvider,
    { name, groups }: VouchedPerson,
    email: string,
  ): Promise<Professional> {
    const { organisationId } = provider;
    const account: Professional = {
      id: this.randomness.uuid(),
      organisationId,
      email,
      displayName: name ?? email,
      passwordHash: null,
      secondFactor: 'required',
      roles: rolesOf(provider, groups),
      deactivatedAt: null,
      signInResetAt: null,
      emergencyAccess: false,
      version: 1,
      signInEpoch: 0,
      createdAt: this.clock.now(),
    };
    await tx.createQueryBuilder().insert().into(Professional).values(account).orIgnore().execute();
    // What the unique index refuses belongs to an organisation that cannot be seen from here.
    if (!(await tx.existsBy(Professional, { id: account.id }))) {
      throw new RefusedByRuleError('address-elsewhere');
    }
    await this.audit.append(tx, {
      organisationId,
      actor: { kind: 'system' },
      event: 'staff.created',
      target: { kind: 'staff', id: account.id },
      details: { roles: account.roles },
    });
    return account;
  }
}

function requireOpen(account: Professional): Professional {
  if (account.deactivatedAt !== null) {
    throw new RefusedByRuleError('deactivated', account.id);
  }
  return account;
}

function requireAddress({ address }: VouchedPerson): string {
  if (address === null) {
    throw new RefusedByRuleError('address-unverified');
  }
  return address;
}

function requireDomain(address: string, domains: readonly string[]): string {
  if (!domains.includes(address.slice(address.lastIndexOf('@') + 1))) {
    throw new RefusedByRuleError('domain-not-accepted');
  }
  return address;
}

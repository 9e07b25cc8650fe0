import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { ChangeSignInProviderRequest, SignInProviderSettings } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { SettingsChangedError } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { StaffSessionService } from '../session/staff-session.service.js';
import { lockStaff } from '../staff/staff-accounts.service.js';
import { hasWorkingAdmin } from '../staff/working-admins.js';
import { requireIssuer } from './issuer-rules.js';
import { KnownProviders, domainsOf } from './known-providers.js';
import { ProviderGate } from './provider-gate.js';
import { AdminsLockedOutError, RuleInForceError, SecretNeededError } from './provider.errors.js';
import { SignInProvider } from './sign-in-provider.entity.js';
import { PROVIDER_CALLBACK_PATH } from './staff-relying-party.js';

type Changes = Omit<ChangeSignInProviderRequest, 'version' | 'secret'>;

/** What the page begins with where there is no provider yet: the safe choices. */
const NONE_YET: Changes = {
  displayName: '',
  issuer: '',
  relyingPartyId: '',
  addressClaim: 'email',
  addressesVerified: false,
  unknownPeople: 'refused',
  groupClaim: null,
  professionalGroup: null,
  teamLeadGroup: null,
  adminGroup: null,
  officerGroup: null,
  secondFactorValue: null,
  active: false,
};

/** What admins say of their organisation's provider. Its secret goes in and never comes out. */
@Injectable()
export class ProviderSettings {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scope: OrganisationScope,
    private readonly providers: KnownProviders,
    private readonly gate: ProviderGate,
    private readonly sessions: StaffSessionService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The settings of the actor's organisation. */
  async read({
    organisationId,
  }: Pick<StaffActor, 'organisationId'>): Promise<SignInProviderSettings> {
    return this.scope.of(organisationId, (tx) => this.#read(tx, organisationId));
  }

  /**
   * Changes the settings. Whoever came in by a provider that vouches for nobody here any more is signed out: it was
   * taken out of use, or another stands in its place.
   *
   * @throws SettingsChangedError when somebody else did since they were read; nothing is changed then.
   * @throws SecretNeededError when there is no secret, or the one there is would go to another provider.
   * @throws AdminsLockedOutError when no admin could sign in any more.
   * @throws RuleInForceError when the staff signs in by the provider only, and it would be left.
   * @throws IssuerOfManyError, HostNotAllowedError, FieldError (`field.invalid`)
   */
  async change(
    actor: StaffActor,
    { version, secret, ...changes }: ChangeSignInProviderRequest,
  ): Promise<SignInProviderSettings> {
    const { organisationId } = actor;
    requireIssuer(changes.issuer, this.gate);
    return this.scope.of(organisationId, async (tx) => {
      await lockStaff(tx, organisationId);
      const present = await this.#read(tx, organisationId);
      if (present.version !== version) {
        throw new SettingsChangedError(differing(changes, present));
      }
      const isLeft = !changes.active || !isSameProvider(changes, present);
      if (isLeft && (await tx.existsBy(SignInProvider, { organisationId, exclusive: true }))) {
        throw new RuleInForceError();
      }
      await this.#write(tx, actor, changes, { secret, present });
      if (isLeft) {
        await this.sessions.endAllBy(tx, organisationId, 'oidc');
        await this.#requireAdmin(tx, present, organisationId);
      }
      const target = { kind: 'organisation', id: organisationId } as const;
      const event = 'sign-in-provider.changed';
      await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
      return this.#read(tx, organisationId);
    });
  }

  /** One who could sign in before can still: an organisation that had none is not made worse. */
  async #requireAdmin(
    tx: EntityManager,
    present: SignInProviderSettings,
    organisationId: string,
  ): Promise<void> {
    if (present.active && !(await hasWorkingAdmin(tx, organisationId, this.config))) {
      throw new AdminsLockedOutError();
    }
  }

  async #write(
    tx: EntityManager,
    { organisationId }: StaffActor,
    changes: Changes,
    { secret, present }: { secret: string | null; present: SignInProviderSettings },
  ): Promise<void> {
    // Whoever may change the address must not have the secret sent to themselves.
    if (secret === null && !isSameProvider(changes, present)) {
      throw new SecretNeededError();
    }
    const sealed =
      secret === null ? {} : { sealedSecret: this.providers.seal(organisationId, secret) };
    const row = { ...changes, ...sealed, version: present.version + 1 };
    await (present.version === 0
      ? tx.insert(SignInProvider, { ...row, organisationId, createdAt: this.clock.now() })
      : tx.update(SignInProvider, { organisationId }, row));
  }

  async #read(tx: EntityManager, organisationId: string): Promise<SignInProviderSettings> {
    const found = await tx.findOneBy(SignInProvider, { organisationId });
    const settings = found === null ? { ...NONE_YET, version: 0 } : withoutSecret(found);
    const address = new URL('/', this.config.PUBLIC_URL);
    address.searchParams.set('organisation', organisationId);
    return {
      ...settings,
      domains: await domainsOf(tx, organisationId),
      hasSecret: found !== null,
      redirectUri: new URL(PROVIDER_CALLBACK_PATH, this.config.PUBLIC_URL).href,
      signInAddress: address.href,
    };
  }
}

function withoutSecret({
  sealedSecret: _secret,
  exclusive: _exclusive,
  ruleVersion: _ruleVersion,
  ...settings
}: SignInProvider) {
  return settings;
}

function isSameProvider(changes: Changes, present: SignInProviderSettings): boolean {
  return changes.issuer === present.issuer && changes.relyingPartyId === present.relyingPartyId;
}

function differing(changes: Changes, present: SignInProviderSettings): string[] {
  return (Object.keys(changes) as (keyof Changes)[]).filter(
    (field) => JSON.stringify(changes[field]) !== JSON.stringify(present[field]),
  );
}

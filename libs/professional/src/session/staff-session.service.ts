import { Injectable } from '@nestjs/common';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError, Randomness, hashSecret } from '@tapaamo/common';
import type { AuditDetails, SignInMeans } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { requireInUse } from '@tapaamo/organisation';
import {
  In,
  LessThanOrEqual,
  MoreThan,
  Not,
  type EntityManager,
  type FindOptionsWhere,
} from 'typeorm';
import { requireOtherMeans } from '../provider/exclusive-provider.js';
import type { Device } from './device-of.js';
import { StaffChanges, type StaffRef } from './staff-changes.js';
import { StaffSession } from './staff-session.entity.js';
import { requireStanding, voidProofs, type Proof } from './standing-proof.js';

const HOUR_MS = 3_600_000;

/** A session ends after this long without use, and after this long in any case. */
export const SESSION_IDLE_MS = 8 * HOUR_MS;
const LONGEST_MS = 12 * HOUR_MS;

/**
 * How long a session that ran out is kept: the meeting that its owner sits in reads it, and a visit takes eight hours and
 * one more at most. Nothing else finds it.
 */
const KEPT_MS = 9 * HOUR_MS;

/** How far behind `last_seen_at` may be: a page that asks every second need not write every second. */
const SEEN_WITHIN_MS = 60_000;

/** What the audit log calls the last step of each way in. */
const METHODS: Record<SignInMeans, AuditDetails<'sign-in.succeeded'>['method']> = {
  password: 'password',
  'password-and-code': 'totp',
  'password-and-recovery-code': 'recovery-code',
  passkey: 'passkey',
  oidc: 'oidc',
};

/** What is known of a session as it is opened. */
export interface NewStaffSession extends Proof, Device {
  network: string;
  /** Whether the audit log is told of a sign-in; of an invitation that was accepted it was told already. */
  isSignIn: boolean;
  /** How long ago they proved who they are, in milliseconds; just now when it is not given, null when nobody knows. */
  provedAgoMs?: number | null;
  /** When the session was first opened, for one that goes on under a new secret. */
  createdAt?: Date;
}

/** Sessions of staff: opened, found by their secret, listed and ended. */
@Injectable()
export class StaffSessionService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: StaffChanges,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Opens a session. Those of the organisation that ran out long ago are cleared away with it.
   *
   * @throws StartSignInAgainError (`sign-in.start-again`) when since the person proved who they are the account was closed
   *   or reset, its other sessions were ended, or the provider changed: what they proved it with counts no more
   * @throws ProviderOnlyError (`sign-in.provider-only`) when staff signs in by the provider only and this is another means
   * @throws OrganisationDisabledError (`organisation.disabled`): a disabled organisation has no session.
   */
  async open(secret: string, session: NewStaffSession): Promise<StaffSession> {
    const now = this.clock.now();
    const { provedAgoMs = 0, createdAt = now, organisationId, professionalId, means } = session;
    const { browser, system, network } = session;
    const row: StaffSession = {
      organisationId,
      professionalId,
      means,
      browser,
      system,
      network,
      id: this.randomness.uuid(),
      secretHash: hashOf(secret),
      createdAt,
      confirmedAt: new Date(provedAgoMs === null ? 0 : now.getTime() - provedAgoMs),
      lastSeenAt: now,
      expiresAt: expiryOf(createdAt, now),
    };
    await this.scope.of(organisationId, async (tx) => {
      await tx.insert(StaffSession, row);
      // After the row, whose reference waits for whoever is disabling the organisation; they end what was before them.
      await requireInUse(tx, organisationId);
      await requireStanding(tx, session);
      if (means !== 'oidc') {
        await requireOtherMeans(tx, session);
      }
      const longAgo = LessThanOrEqual(new Date(now.getTime() - KEPT_MS));
      await tx.delete(StaffSession, { organisationId, expiresAt: longAgo });
      if (session.isSignIn) {
        await this.audit.append(tx, {
          ...byStaff(session),
          event: 'sign-in.succeeded',
          details: { method: METHODS[means] },
        });
      }
    });
    return row;
  }

  /** The session that a secret opens, seen now; null when there is none or it is over. */
  async find(secret: string): Promise<StaffSession | null> {
    const found = await this.#row(secret);
    const now = this.clock.now();
    if (found === null || found.expiresAt <= now) {
      return null;
    }
    if (now.getTime() - found.lastSeenAt.getTime() < SEEN_WITHIN_MS) {
      return found;
    }
    const seen = { lastSeenAt: now, expiresAt: expiryOf(found.createdAt, now) };
    const { id, organisationId } = found;
    await this.scope.of(organisationId, (tx) => tx.update(StaffSession, { id }, seen));
    return Object.assign(found, seen);
  }

  /** Ends the session that a secret opens; nothing happens when there is none. */
  async end(secret: string): Promise<void> {
    const found = await this.#row(secret);
    if (found !== null) {
      await this.scope.of(found.organisationId, async (tx) => {
        await tx.delete(StaffSession, { id: found.id });
        await this.changes.announce(tx, found);
      });
    }
  }

  /** A person's open sessions, newest first. */
  async list({ organisationId, professionalId }: StaffRef): Promise<StaffSession[]> {
    const now = this.clock.now();
    const rows = await this.scope.of(organisationId, (tx) =>
      tx.find(StaffSession, { where: { professionalId }, order: { createdAt: 'DESC', id: 'ASC' } }),
    );
    return rows.filter(({ expiresAt }) => expiresAt > now);
  }

  /** Ends one of a person's own sessions. @throws DeniedOrMissingError when it is not theirs or gone. */
  async endOne(staff: StaffRef, id: string): Promise<void> {
    const { organisationId, professionalId } = staff;
    await this.scope.of(organisationId, async (tx) => {
      const { affected } = await tx.delete(StaffSession, { id, professionalId });
      if (affected !== 1) {
        throw new DeniedOrMissingError();
      }
      await this.#tellOfEnd(tx, staff, affected);
    });
  }

  /** Ends all of a person's sessions but one. @param keptId - Id of the session that goes on. */
  async endOthers(staff: StaffRef, keptId: string): Promise<void> {
    await this.scope.of(staff.organisationId, (tx) => this.endOthersIn(tx, staff, keptId));
  }

  /** Ends all of a person's sessions but one, together with what else a transaction does. */
  async endOthersIn(tx: EntityManager, staff: StaffRef, keptId: string): Promise<void> {
    await voidProofs(tx, staff);
    const others = { professionalId: staff.professionalId, id: Not(keptId) };
    await this.#tellOfEnd(tx, staff, await this.#end(tx, others));
  }

  /** The person has just proved once more who they are. */
  async confirm(tx: EntityManager, { professionalId }: StaffRef, id: string): Promise<void> {
    await tx.update(StaffSession, { id, professionalId }, { confirmedAt: this.clock.now() });
  }

  /**
   * Ends all of a person's sessions: they are deactivated, or somebody else may have their password. Whoever calls tells
   * the audit log why.
   */
  async endAll(tx: EntityManager, staff: StaffRef): Promise<void> {
    await voidProofs(tx, staff);
    await tx.delete(StaffSession, { professionalId: staff.professionalId });
    await this.changes.announce(tx, staff);
  }

  /** Ends every session of an organisation. @returns How many were open. */
  async endAllOf(tx: EntityManager, organisationId: string): Promise<number> {
    return this.#end(tx, { organisationId });
  }

  /**
   * Ends every session of an organisation that was opened by one means, which vouches for nobody any more. Whoever calls
   * tells the audit log why.
   */
  async endAllBy(tx: EntityManager, organisationId: string, means: SignInMeans): Promise<void> {
    await this.#endWhere(tx, organisationId, { means });
  }

  /**
   * Ends every session of an organisation that was opened by anything but one means, except some people's. Whoever calls
   * tells the audit log why.
   */
  async endAllButBy(
    tx: EntityManager,
    organisationId: string,
    means: SignInMeans,
    exceptOf: readonly string[],
  ): Promise<void> {
    await this.#endWhere(tx, organisationId, {
      means: Not(means),
      professionalId: Not(In([...exceptOf])),
    });
  }

  /** Ends a person's sessions that were opened by anything but one means. Whoever calls tells the audit log why. */
  async endButBy(
    tx: EntityManager,
    { organisationId, professionalId }: StaffRef,
    means: SignInMeans,
  ): Promise<void> {
    await this.#endWhere(tx, organisationId, { means: Not(means), professionalId });
  }

  async #endWhere(
    tx: EntityManager,
    organisationId: string,
    which: FindOptionsWhere<StaffSession>,
  ): Promise<void> {
    const opened = await tx.findBy(StaffSession, { organisationId, ...which });
    await tx.delete(StaffSession, { organisationId, ...which });
    for (const professionalId of new Set(opened.map((session) => session.professionalId))) {
      await this.changes.announce(tx, { organisationId, professionalId });
    }
  }

  /** Ends sessions, with those that ran out and still hold a seat. @returns How many were open. */
  async #end(tx: EntityManager, which: FindOptionsWhere<StaffSession>): Promise<number> {
    const expiresAt = MoreThan(this.clock.now());
    const open = await tx.countBy(StaffSession, { ...which, expiresAt });
    await tx.delete(StaffSession, which);
    return open;
  }

  async #tellOfEnd(tx: EntityManager, staff: StaffRef, count: number): Promise<void> {
    await this.changes.announce(tx, staff);
    await this.audit.append(tx, {
      ...byStaff(staff),
      event: 'session.ended',
      target: { kind: 'staff', id: staff.professionalId },
      details: { count },
    });
  }

  #row(secret: string): Promise<StaffSession | null> {
    const hash = hashOf(secret);
    return this.scope.holding({ kind: 'staff_session', hash }, (tx) =>
      tx.findOneBy(StaffSession, { secretHash: hash }),
    );
  }
}

function hashOf(secret: string): Buffer {
  return hashSecret('staff-session', secret);
}

function expiryOf(openedAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + SESSION_IDLE_MS, openedAt.getTime() + LONGEST_MS));
}

import { Injectable, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { CONFIRMED_MINUTES } from '@tapaamo/contracts';
import { ConfirmFirstError } from '@tapaamo/professional';
import type { Request } from 'express';
import { StaffSessions } from '../sign-in/staff-sessions.js';

/** Until when a proof given at an instant counts. */
export function confirmedUntil(confirmedAt: string): Date {
  return new Date(new Date(confirmedAt).getTime() + CONFIRMED_MINUTES * 60_000);
}

/**
 * Keeps who found a computer open from changing how its owner signs in: they have proved who they are a moment ago.
 * Stands behind the guard of permissions, so that there is a session.
 */
@Injectable()
export class RecentProofGuard implements CanActivate {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly clock: Clock,
  ) {}

  /** @throws ConfirmFirstError (`account.confirm-first`) */
  canActivate(context: ExecutionContext): boolean {
    const { confirmedAt } = this.sessions.current(context.switchToHttp().getRequest<Request>());
    if (confirmedUntil(confirmedAt) <= this.clock.now()) {
      throw new ConfirmFirstError();
    }
    return true;
  }
}

/** Asks for a proof of who it is that is not older than some minutes. */
export const NeedsRecentProof = (): MethodDecorator => UseGuards(RecentProofGuard);

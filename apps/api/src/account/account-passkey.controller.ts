import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  addPasskeyRequestSchema,
  idSchema,
  newPasskeyOptionsSchema,
  renamePasskeyRequestSchema,
  type AddPasskeyRequest,
  type NewPasskeyOptions,
  type RenamePasskeyRequest,
} from '@tapaamo/contracts';
import { OwnPasskeys, StartPasskeyAgainError } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { passkeyName } from '../sign-in/passkey-name.js';
import { SignInSteps } from '../sign-in/sign-in-steps.js';
import { StaffSessions } from '../sign-in/staff-sessions.js';
import { NeedsRecentProof } from './recent-proof.guard.js';

/** A member of staff's own passkeys. */
@Controller('api/account/passkeys')
export class AccountPasskeyController {
  constructor(
    private readonly passkeys: OwnPasskeys,
    private readonly sessions: StaffSessions,
    private readonly steps: SignInSteps,
  ) {}

  @Post('offer')
  @Permit('staff')
  @NotAudited('nothing is added until the passkey comes back')
  @NeedsRecentProof()
  @Answers(newPasskeyOptionsSchema)
  async offer(
    @Staff() actor: StaffActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewPasskeyOptions> {
    const offer = await this.passkeys.offerNew(actor);
    const { challenge } = offer;
    const { professionalId } = actor;
    this.steps.give(response, 'passkey-of-staff', { challenge, professionalId });
    return offer;
  }

  @Post()
  @Permit('staff')
  @Audited('sign-in-method.added')
  @NeedsRecentProof()
  @RateLimit(30)
  @Answers(null)
  async add(
    @Staff() actor: StaffActor,
    @Body({ schema: addPasskeyRequestSchema }) wish: AddPasskeyRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const step = this.steps.require(request, 'passkey-of-staff');
    if (step.professionalId !== actor.professionalId) {
      throw new StartPasskeyAgainError();
    }
    const { passkey, name = passkeyName(request) } = wish;
    await this.passkeys.add(actor, { ...passkey, name }, step);
    this.steps.clear(response, 'passkey-of-staff');
  }

  @Post(':ownId')
  @Permit('staff')
  @NotAudited('what somebody calls their own passkey')
  @Answers(null)
  async rename(
    @Staff() actor: StaffActor,
    @Param('ownId', { schema: idSchema }) passkeyId: string,
    @Body({ schema: renamePasskeyRequestSchema }) { name }: RenamePasskeyRequest,
  ): Promise<void> {
    await this.passkeys.rename(actor, passkeyId, name);
  }

  @Post(':ownId/remove')
  @Permit('staff')
  @Audited('sign-in-method.removed', 'session.ended')
  @NeedsRecentProof()
  @Answers(null)
  async remove(
    @Staff() actor: StaffActor,
    @Param('ownId', { schema: idSchema }) passkeyId: string,
    @Req() request: Request,
  ): Promise<void> {
    await this.passkeys.remove(actor, passkeyId, this.sessions.current(request).sessionId);
  }
}

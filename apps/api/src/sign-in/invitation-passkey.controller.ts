import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit } from '@tapaamo/access';
import {
  acceptWithPasskeyRequestSchema,
  acceptedSchema,
  invitationRequestSchema,
  newPasskeyOptionsSchema,
  type AcceptWithPasskeyRequest,
  type Accepted,
  type InvitationRequest,
  type NewPasskeyOptions,
} from '@tapaamo/contracts';
import { InvitationAccepting, StartPasskeyAgainError, WebAuthn } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { DescribeMe } from './describe-me.js';
import { passkeyName } from './passkey-name.js';
import { SignInSteps } from './sign-in-steps.js';
import { StaffSessions } from './staff-sessions.js';

/** An invited person sets up their own account with a passkey. The invitation's secret is the proof. */
@Controller('api/invitation')
export class InvitationPasskeyController {
  constructor(
    private readonly accepting: InvitationAccepting,
    private readonly webAuthn: WebAuthn,
    private readonly steps: SignInSteps,
    private readonly sessions: StaffSessions,
    private readonly describeMe: DescribeMe,
  ) {}

  @Post('passkey')
  @Permit('public')
  @NotAudited('nothing is set up until the passkey comes back')
  @RateLimit(60)
  @Answers(newPasskeyOptionsSchema)
  async offer(
    @Body({ schema: invitationRequestSchema }) { invitation: secret }: InvitationRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewPasskeyOptions> {
    const { invitation, professional } = await this.accepting.look(secret);
    const offer = await this.webAuthn.offerNew(professional, []);
    const { challenge } = offer;
    this.steps.give(response, 'passkey-of-invited', { challenge, invitationId: invitation.id });
    return offer;
  }

  @Post('accept-with-passkey')
  @Permit('public')
  @Audited('staff.invitation-accepted')
  @RateLimit(30)
  @Answers(acceptedSchema)
  async accept(
    @Body({ schema: acceptWithPasskeyRequestSchema }) wish: AcceptWithPasskeyRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Accepted> {
    const { invitation: secret, passkey } = wish;
    const { invitation } = await this.accepting.look(secret);
    const step = this.steps.require(request, 'passkey-of-invited');
    if (step.invitationId !== invitation.id) {
      throw new StartPasskeyAgainError();
    }
    const made = { ...passkey, name: passkeyName(request) };
    const { professional, recoveryCodes } = await this.accepting.acceptWithPasskey(
      secret,
      made,
      step,
    );
    this.steps.clear(response, 'passkey-of-invited');
    await this.sessions.open(request, professional, { means: 'passkey', isSignIn: false });
    return { me: await this.describeMe.of(professional.id), recoveryCodes };
  }
}

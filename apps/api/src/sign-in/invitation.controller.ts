import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit } from '@tapaamo/access';
import { Randomness } from '@tapaamo/common';
import {
  acceptRequestSchema,
  acceptedSchema,
  invitationRequestSchema,
  invitationSchema,
  newGeneratorSchema,
  type AcceptRequest,
  type Accepted,
  type Invitation,
  type InvitationRequest,
  type NewGenerator,
} from '@tapaamo/contracts';
import { nameOf } from '@tapaamo/organisation';
import {
  GENERATOR_SECRET_BYTES,
  InvitationAccepting,
  OneTimeCodes,
  ProviderSignIn,
  StartSignInAgainError,
} from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { DescribeMe } from './describe-me.js';
import { SignInSteps } from './sign-in-steps.js';
import { StaffSessions } from './staff-sessions.js';

const body = { schema: invitationRequestSchema };

/** An invited person sets up their own account. The invitation's secret is the proof. */
@Controller('api/invitation')
export class InvitationController {
  constructor(
    private readonly accepting: InvitationAccepting,
    private readonly providers: ProviderSignIn,
    private readonly codes: OneTimeCodes,
    private readonly steps: SignInSteps,
    private readonly sessions: StaffSessions,
    private readonly describeMe: DescribeMe,
    private readonly randomness: Randomness,
  ) {}

  @Post('look')
  @Permit('public')
  @NotAudited('opening a link changes nothing; scanners open it too')
  @RateLimit(60)
  @Answers(invitationSchema)
  async look(@Body(body) { invitation }: InvitationRequest): Promise<Invitation> {
    const { professional, organisation, isBoundToProvider } = await this.accepting.look(invitation);
    const { displayName, email, organisationId } = professional;
    const name = isBoundToProvider ? await this.providers.offeredBy(organisationId) : null;
    const provider = name === null ? null : { organisationId, name };
    return { organisation: nameOf(organisation), displayName, email, provider };
  }

  @Post('generator')
  @Permit('public')
  @NotAudited('nothing is set up until a code of it comes back')
  @RateLimit(60)
  @Answers(newGeneratorSchema)
  async generator(
    @Body(body) { invitation: secret }: InvitationRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewGenerator> {
    const { invitation, professional } = await this.accepting.look(secret);
    const generatorSecret = this.randomness.bytes(GENERATOR_SECRET_BYTES);
    this.steps.give(response, 'generator', {
      invitationId: invitation.id,
      secret: generatorSecret.toString('base64url'),
    });
    const address = this.codes.addressOf(professional.email, generatorSecret);
    return { address, secret: new URL(address).searchParams.get('secret') ?? '' };
  }

  @Post('accept')
  @Permit('public')
  @Audited('staff.invitation-accepted')
  @RateLimit(30)
  @Answers(acceptedSchema)
  async accept(
    @Body({ schema: acceptRequestSchema }) { invitation: secret, password, code }: AcceptRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Accepted> {
    const { invitation } = await this.accepting.look(secret);
    const offered = this.steps.require(request, 'generator');
    if (offered.invitationId !== invitation.id) {
      throw new StartSignInAgainError();
    }
    const generatorSecret = Buffer.from(offered.secret, 'base64url');
    const { professional, recoveryCodes } = await this.accepting.accept(secret, {
      password,
      generatorSecret,
      code,
    });
    this.steps.clear(response, 'generator');
    const proof = { means: 'password-and-code', isSignIn: false } as const;
    await this.sessions.open(request, professional, proof);
    return { me: await this.describeMe.of(professional.id), recoveryCodes };
  }
}

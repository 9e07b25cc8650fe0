import { Body, Controller, Get, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  changeSignInProviderRequestSchema,
  signInProviderSettingsSchema,
  signInProviderTestSchema,
  testSignInProviderRequestSchema,
  type ChangeSignInProviderRequest,
  type SignInProviderSettings,
  type SignInProviderTest,
  type TestSignInProviderRequest,
} from '@tapaamo/contracts';
import { ProviderSettings, ProviderTest } from '@tapaamo/professional';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** By whom the staff of the actor's organisation can sign in. */
@Controller('api/organisation/sign-in-provider')
export class SignInProviderController {
  constructor(
    private readonly settings: ProviderSettings,
    private readonly test: ProviderTest,
  ) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @NotAudited('settings of the organisation, without the secret')
  @Answers(signInProviderSettingsSchema)
  read(@Staff() actor: StaffActor): Promise<SignInProviderSettings> {
    return this.settings.read(actor);
  }

  @Post()
  @Permit('admin')
  @Audited('sign-in-provider.changed')
  @RateLimit(60)
  @Answers(signInProviderSettingsSchema)
  change(
    @Staff() actor: StaffActor,
    @Body({ schema: changeSignInProviderRequestSchema }) request: ChangeSignInProviderRequest,
  ): Promise<SignInProviderSettings> {
    return this.settings.change(actor, request);
  }

  @Post('test')
  @Permit('admin')
  @NotAudited('looks at what a provider says of itself to everybody')
  @RateLimit(20)
  @Answers(signInProviderTestSchema)
  async look(
    @Body({ schema: testSignInProviderRequestSchema }) { issuer }: TestSignInProviderRequest,
  ): Promise<SignInProviderTest> {
    return { result: await this.test.look(issuer) };
  }
}

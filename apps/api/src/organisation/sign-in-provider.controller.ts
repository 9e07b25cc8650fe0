import { Body, Controller, Get, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  changeSignInProviderRequestSchema,
  changeSignInRuleRequestSchema,
  signInProviderSettingsSchema,
  signInProviderTestSchema,
  signInRuleSchema,
  testSignInProviderRequestSchema,
  type ChangeSignInProviderRequest,
  type ChangeSignInRuleRequest,
  type SignInProviderSettings,
  type SignInProviderTest,
  type SignInRule,
  type TestSignInProviderRequest,
} from '@tapaamo/contracts';
import { ProviderRule, ProviderSettings, ProviderTest } from '@tapaamo/professional';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** By whom the staff of the actor's organisation can sign in. */
@Controller('api/organisation/sign-in-provider')
export class SignInProviderController {
  constructor(
    private readonly settings: ProviderSettings,
    private readonly rule: ProviderRule,
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

  @Get('rule')
  @Permit('admin')
  @NotAudited('settings of the organisation, and its admins by name')
  @Answers(signInRuleSchema)
  readRule(@Staff() actor: StaffActor): Promise<SignInRule> {
    return this.rule.read(actor);
  }

  @Post('rule')
  @Permit('admin')
  @Audited('sign-in-provider.rule-set', 'sign-in-provider.rule-lifted')
  @RateLimit(20)
  @Answers(signInRuleSchema)
  changeRule(
    @Staff() actor: StaffActor,
    @Body({ schema: changeSignInRuleRequestSchema }) wish: ChangeSignInRuleRequest,
  ): Promise<SignInRule> {
    return this.rule.change(actor, wish);
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

import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  extendHoldRequestSchema,
  holdBoardSchema,
  holdRuleRequestSchema,
  idSchema,
  releaseHoldRequestSchema,
  type ExtendHoldRequest,
  type HoldBoard,
  type HoldRuleRequest,
  type ReleaseHoldRequest,
} from '@tapaamo/contracts';
import { HoldBoards, LegalHolds } from '@tapaamo/legal-hold';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** Legal holds and restrictions of the organisation, and what is decided about them. */
@Controller('api/holds')
export class HoldController {
  constructor(
    private readonly board: HoldBoards,
    private readonly holds: LegalHolds,
  ) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @NotAudited('reasons and days, which say nothing of anybody')
  @Answers(holdBoardSchema)
  read(@Staff() actor: StaffActor): Promise<HoldBoard> {
    return this.board.read(actor);
  }

  @Put('rule')
  @Permit('admin', 'data-protection-officer')
  @Audited('hold.rule-changed')
  @RateLimit(60)
  @Answers(null)
  async choose(
    @Staff() actor: StaffActor,
    @Body({ schema: holdRuleRequestSchema }) { onMissed }: HoldRuleRequest,
  ): Promise<void> {
    await this.holds.choose(actor, onMissed);
  }

  @Post(':holdId/confirm')
  @Permit('admin', 'data-protection-officer')
  @Audited('hold.confirmed')
  @RateLimit(60)
  @Answers(null)
  async confirm(@Staff() actor: StaffActor, @Param('holdId', id) holdId: string): Promise<void> {
    await this.holds.confirm(actor, holdId);
  }

  @Post(':holdId/withdraw')
  @Permit('admin', 'data-protection-officer')
  @Audited('hold.withdrawn')
  @RateLimit(60)
  @Answers(null)
  async withdraw(@Staff() actor: StaffActor, @Param('holdId', id) holdId: string): Promise<void> {
    await this.holds.withdraw(actor, holdId);
  }

  @Post(':holdId/extend')
  @Permit('admin', 'data-protection-officer')
  @Audited('hold.extended')
  @RateLimit(60)
  @Answers(null)
  async extend(
    @Staff() actor: StaffActor,
    @Param('holdId', id) holdId: string,
    @Body({ schema: extendHoldRequestSchema }) { reviewBy }: ExtendHoldRequest,
  ): Promise<void> {
    await this.holds.extend(actor, holdId, reviewBy);
  }

  @Post(':holdId/release')
  @Permit('admin', 'data-protection-officer')
  @Audited('hold.released')
  @RateLimit(60)
  @Answers(null)
  async release(
    @Staff() actor: StaffActor,
    @Param('holdId', id) holdId: string,
    @Body({ schema: releaseHoldRequestSchema }) { personTold }: ReleaseHoldRequest,
  ): Promise<void> {
    await this.holds.release(actor, holdId, personTold);
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  changeStaffRequestSchema,
  idSchema,
  invitationLinkSchema,
  inviteStaffRequestSchema,
  listStaffQuerySchema,
  staffListSchema,
  staffMemberSchema,
  type ChangeStaffRequest,
  type InvitationLink,
  type InviteStaffRequest,
  type ListStaffQuery,
  type StaffList,
  type StaffMember,
} from '@tapaamo/contracts';
import {
  OpenInvitations,
  SignInReset,
  StaffAccounts,
  StaffDirectory,
  StaffInviting,
} from '@tapaamo/professional';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** The staff of an organisation, for its admins. */
@Controller('api/staff')
export class StaffController {
  constructor(
    private readonly directory: StaffDirectory,
    private readonly accounts: StaffAccounts,
    private readonly inviting: StaffInviting,
    private readonly invitations: OpenInvitations,
    private readonly signInReset: SignInReset,
  ) {}

  @Get()
  @Permit('admin')
  @Audited('staff.viewed')
  @Answers(staffListSchema)
  list(
    @Staff() actor: StaffActor,
    @Query({ schema: listStaffQuerySchema }) query: ListStaffQuery,
  ): Promise<StaffList> {
    return this.directory.list(actor, query);
  }

  @Post()
  @Permit('admin')
  @Audited('staff.invited')
  @RateLimit(60)
  @Answers(staffMemberSchema, 201)
  async invite(
    @Staff() actor: StaffActor,
    @Body({ schema: inviteStaffRequestSchema }) member: InviteStaffRequest,
  ): Promise<StaffMember> {
    return this.directory.one(actor, await this.inviting.invite(actor, member));
  }

  @Get(':staffId')
  @Permit('admin')
  @Audited('staff.viewed')
  @Answers(staffMemberSchema)
  one(@Staff() actor: StaffActor, @Param('staffId', id) staffId: string): Promise<StaffMember> {
    return this.directory.view(actor, staffId);
  }

  @Post(':staffId')
  @Permit('admin')
  @Audited('staff.changed', 'staff.roles-changed')
  @Answers(null)
  async change(
    @Staff() actor: StaffActor,
    @Param('staffId', id) staffId: string,
    @Body({ schema: changeStaffRequestSchema }) wish: ChangeStaffRequest,
  ): Promise<void> {
    await this.accounts.change(actor, staffId, wish);
  }

  @Post(':staffId/deactivate')
  @Permit('admin')
  @Audited('staff.deactivated')
  @Answers(null)
  async deactivate(
    @Staff() actor: StaffActor,
    @Param('staffId', id) staffId: string,
  ): Promise<void> {
    await this.accounts.deactivate(actor, staffId);
  }

  @Post(':staffId/reactivate')
  @Permit('admin')
  @Audited('staff.reactivated')
  @Answers(null)
  async reactivate(
    @Staff() actor: StaffActor,
    @Param('staffId', id) staffId: string,
  ): Promise<void> {
    await this.accounts.reactivate(actor, staffId);
  }

  @Post(':staffId/reset-sign-in')
  @Permit('admin')
  @Audited('staff.sign-in-reset')
  @RateLimit(60)
  @Answers(null)
  async resetSignIn(
    @Staff() actor: StaffActor,
    @Param('staffId', id) staffId: string,
  ): Promise<void> {
    await this.signInReset.reset(actor, staffId);
  }

  @Post(':staffId/invitation/renew')
  @Permit('admin')
  @Audited('staff.invited')
  @RateLimit(60)
  @Answers(null)
  async renew(@Staff() actor: StaffActor, @Param('staffId', id) staffId: string): Promise<void> {
    await this.invitations.renew(actor, staffId);
  }

  @Post(':staffId/invitation/withdraw')
  @Permit('admin')
  @Audited('staff.invitation-withdrawn')
  @Answers(null)
  async withdraw(@Staff() actor: StaffActor, @Param('staffId', id) staffId: string): Promise<void> {
    await this.invitations.withdraw(actor, staffId);
  }

  @Post(':staffId/invitation/link')
  @Permit('admin')
  @Audited('staff.invitation-link-shown')
  @RateLimit(60)
  @Answers(invitationLinkSchema, 201)
  async link(
    @Staff() actor: StaffActor,
    @Param('staffId', id) staffId: string,
  ): Promise<InvitationLink> {
    const { link, expiresAt } = await this.invitations.link(actor, staffId);
    return { link, expiresAt: expiresAt.toISOString() };
  }
}

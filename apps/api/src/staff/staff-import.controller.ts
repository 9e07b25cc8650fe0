import { Body, Controller, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  importStaffRequestSchema,
  importedStaffSchema,
  type ImportStaffRequest,
  type ImportedStaff,
} from '@tapaamo/contracts';
import { StaffInviting } from '@tapaamo/professional';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** Address below which bodies may be larger. */
export const STAFF_IMPORT = '/api/staff/import';

/** Room for as many people as can be invited at a time, each with the longest name and address. */
export const STAFF_IMPORT_LIMIT = '2mb';

/** Inviting many at once. The file is read in the browser; what comes here is checked as if nobody had looked. */
@Controller(STAFF_IMPORT)
export class StaffImportController {
  constructor(private readonly inviting: StaffInviting) {}

  @Post('check')
  @Permit('admin')
  @NotAudited('what is wrong with a list of the admin’s own; nobody is invited')
  @RateLimit(30)
  @Answers(null)
  async check(
    @Staff() actor: StaffActor,
    @Body({ schema: importStaffRequestSchema }) { members }: ImportStaffRequest,
  ): Promise<void> {
    await this.inviting.check(actor, members);
  }

  @Post()
  @Permit('admin')
  @Audited('staff.imported', 'staff.invited')
  @RateLimit(10)
  @Answers(importedStaffSchema, 201)
  async inviteMany(
    @Staff() actor: StaffActor,
    @Body({ schema: importStaffRequestSchema }) { members }: ImportStaffRequest,
  ): Promise<ImportedStaff> {
    return { invited: await this.inviting.inviteMany(actor, members) };
  }
}

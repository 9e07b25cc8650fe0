import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  idSchema,
  madeRecordKeySchema,
  makeRecordKeyRequestSchema,
  recordKeyListSchema,
  type MadeRecordKey,
  type MakeRecordKeyRequest,
  type RecordKeyList,
} from '@tapaamo/contracts';
import { RecordKeys } from '@tapaamo/record-system';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** Keys of the organisation's record system. */
@Controller('api/organisation/record-keys')
export class RecordKeyController {
  constructor(private readonly keys: RecordKeys) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @NotAudited('names and beginnings of keys, never a key')
  @Answers(recordKeyListSchema)
  async list(@Staff() actor: StaffActor): Promise<RecordKeyList> {
    return { keys: await this.keys.list(actor) };
  }

  @Post()
  @Permit('admin')
  @Audited('record-key.made')
  @RateLimit(20)
  @Answers(madeRecordKeySchema, 201)
  make(
    @Staff() actor: StaffActor,
    @Body({ schema: makeRecordKeyRequestSchema }) request: MakeRecordKeyRequest,
  ): Promise<MadeRecordKey> {
    return this.keys.make(actor, request);
  }

  @Post(':keyId/revoke')
  @Permit('admin')
  @Audited('record-key.revoked')
  @RateLimit(60)
  @Answers(null)
  async revoke(
    @Staff() actor: StaffActor,
    @Param('keyId', { schema: idSchema }) keyId: string,
  ): Promise<void> {
    await this.keys.revoke(actor, keyId);
  }
}

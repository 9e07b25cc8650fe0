import { Controller, Get, Headers, Param, StreamableFile } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  idSchema,
  languageFromHeader,
  visitReceiptSchema,
  type VisitReceipt,
} from '@tapaamo/contracts';
import { VisitReceipts } from '@tapaamo/record-system';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

const id = { schema: idSchema };

/** What a professional takes into the client's record of a visit that has ended. */
@Controller('api/visits/:visitId')
export class VisitReceiptController {
  constructor(private readonly receipts: VisitReceipts) {}

  @Get('receipt')
  @Permit('professional', 'team-lead')
  @Audited('client-identifiers.viewed')
  @Answers(visitReceiptSchema)
  read(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<VisitReceipt> {
    return this.receipts.read(actor, visitId, languageFromHeader(language));
  }

  @Get('receipt.csv')
  @Permit('professional', 'team-lead')
  @Audited('client-identifiers.viewed')
  async csv(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.receipts.csv(actor, visitId)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="receipt.csv"',
    });
  }
}

import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  exportKeySchema,
  exportRequestSchema,
  idSchema,
  setExportKeyRequestSchema,
  type ExportKey,
  type ExportRequest,
  type SetExportKeyRequest,
} from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { ExportKeys, VisitExport } from '@tapaamo/visit-export';
import { Staff } from '../http/actors.js';
import { Answers } from '../http/answers.decorator.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** The sealed file of an organisation's living visits, and for whom it is sealed. */
@Controller('api')
export class VisitExportController {
  constructor(
    private readonly keys: ExportKeys,
    private readonly exporting: VisitExport,
    private readonly logger: Logger,
  ) {}

  @Get('organisation/export-key')
  @Permit('admin', 'data-protection-officer')
  @NotAudited('a public key, which says nothing of anybody')
  @Answers(exportKeySchema)
  key(@Staff() actor: StaffActor): Promise<ExportKey> {
    return this.keys.read(actor);
  }

  @Post('organisation/export-key')
  @Permit('admin')
  @Audited('export-key.set')
  @RateLimit(20)
  @Answers(exportKeySchema)
  setKey(
    @Staff() actor: StaffActor,
    @Body({ schema: setExportKeyRequestSchema }) { recipient }: SetExportKeyRequest,
  ): Promise<ExportKey> {
    return this.keys.set(actor, recipient);
  }

  @Post('organisation/export')
  @Permit('admin', 'data-protection-officer')
  @HttpCode(200)
  @Audited('visits.exported')
  @RateLimit(20)
  async ofOrganisation(
    @Staff() actor: StaffActor,
    @Body({ schema: exportRequestSchema }) { recipient }: ExportRequest,
  ): Promise<StreamableFile> {
    return this.#sealed(await this.exporting.ofOrganisation(actor, recipient));
  }

  @Post('visits/:visitId/relationship/export')
  @Permit('professional', 'team-lead')
  @HttpCode(200)
  @Audited('visits.exported')
  @RateLimit(60)
  async ofRelationship(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
  ): Promise<StreamableFile> {
    return this.#sealed(await this.exporting.ofRelationship(actor, visitId));
  }

  #sealed(file: Awaited<ReturnType<VisitExport['ofOrganisation']>>): StreamableFile {
    return new StreamableFile(Readable.fromWeb(file as ReadableStream), {
      type: 'application/octet-stream',
      disposition: 'attachment; filename="tapaamo.age"',
    }).setErrorLogger((error) => {
      this.logger.error('visit-export.cut-off', {}, error);
    });
  }
}

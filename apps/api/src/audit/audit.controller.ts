import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { AuditReader, type AuditEntry } from '@tapaamo/audit';
import {
  auditExportQuerySchema,
  auditPageSchema,
  auditQuerySchema,
  auditStateSchema,
  type AuditExportQuery,
  type AuditPage,
  type AuditQuery,
  type AuditState,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService } from '@tapaamo/organisation';
import { ProfessionalService } from '@tapaamo/professional';
import { RecordKeys } from '@tapaamo/record-system';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { auditEntryView, keysIn, servicesIn, staffIn } from './audit-views.js';
import { EXPORT_TYPES, exportHead, exportLine } from './export-lines.js';

/** The audit log for data protection officers. Names of staff and of record systems' keys are looked up as it is shown. */
@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly reader: AuditReader,
    private readonly professionals: ProfessionalService,
    private readonly recordKeys: RecordKeys,
    private readonly organisations: OrganisationService,
    private readonly scope: OrganisationScope,
  ) {}

  @Get()
  @Permit('data-protection-officer')
  @Audited('audit.viewed')
  @Answers(auditPageSchema)
  async page(
    @Staff() actor: StaffActor,
    @Query({ schema: auditQuerySchema }) query: AuditQuery,
  ): Promise<AuditPage> {
    const { entries, next } = await this.reader.page(actor, query);
    const names = await this.#names(actor, entries);
    return { entries: entries.map((entry) => auditEntryView(entry, names)), next };
  }

  @Get('state')
  @Permit('data-protection-officer')
  @NotAudited('whether the log fits together, and names of colleagues to filter by')
  @Answers(auditStateSchema)
  async state(@Staff() { organisationId }: StaffActor): Promise<AuditState> {
    return this.scope.of(organisationId, async (tx) => {
      const { entries, check } = await this.reader.state(tx, organisationId);
      const { checkedAt, fullyCheckedAt, breakKind, breakSequence, breakEntryId, breakFoundAt } =
        check ?? {};
      const names = await this.professionals.namesIn(tx, organisationId);
      return {
        entries,
        checkedAt: checkedAt?.toISOString() ?? null,
        fullyCheckedAt: fullyCheckedAt?.toISOString() ?? null,
        break: breakKind
          ? {
              kind: breakKind,
              sequence: Number(breakSequence),
              entryId: breakEntryId ?? null,
              foundAt: breakFoundAt?.toISOString() ?? '',
            }
          : null,
        staff: [...names].map(([id, name]) => ({ id, name })),
      };
    });
  }

  @Get('export')
  @Permit('data-protection-officer')
  @RateLimit(20)
  @Audited('audit.exported')
  async export(
    @Staff() actor: StaffActor,
    @Query({ schema: auditExportQuerySchema }) query: AuditExportQuery,
  ): Promise<StreamableFile> {
    const batches = await this.reader.export(actor, query);
    return new StreamableFile(Readable.from(this.#lines(actor, query.format, batches)), {
      type: EXPORT_TYPES[query.format],
      disposition: `attachment; filename="audit.${query.format}"`,
    });
  }

  async *#lines(
    actor: StaffActor,
    format: AuditExportQuery['format'],
    batches: AsyncIterable<AuditEntry[]>,
  ): AsyncGenerator<string> {
    yield exportHead(format);
    for await (const entries of batches) {
      const names = await this.#names(actor, entries);
      yield entries
        .map((entry) => ({ ...auditEntryView(entry, names), hash: entry.hash.toString('hex') }))
        .map((entry) => exportLine(format, entry))
        .join('');
    }
  }

  async #names(
    { organisationId }: StaffActor,
    entries: AuditEntry[],
  ): Promise<Map<string, string>> {
    return this.scope.of(organisationId, async (tx) => {
      const staff = await this.professionals.namesIn(tx, organisationId, staffIn(entries));
      const keys = await this.recordKeys.namesIn(tx, organisationId, keysIn(entries));
      const ids = servicesIn(entries);
      const services = await this.organisations.serviceNames(tx, organisationId, ids);
      return new Map([...staff, ...keys, ...services]);
    });
  }
}

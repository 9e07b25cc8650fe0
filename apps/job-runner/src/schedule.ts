import { Injectable } from '@nestjs/common';
import { AuditChecks } from '@tapaamo/audit';
import { CalendarReading } from '@tapaamo/availability';
import { Jobs } from '@tapaamo/jobs';
import { PurgeService } from '@tapaamo/purge';
import { EndVisitService } from '@tapaamo/visit';
import { DeliverySchedule } from './delivery-schedule.js';
import { WatchedEscrow } from './watched-escrow.js';

/** Ties each job to the work it stands for. */
@Injectable()
export class Schedule {
  constructor(
    private readonly jobs: Jobs,
    private readonly deliveries: DeliverySchedule,
    private readonly endings: EndVisitService,
    private readonly purge: PurgeService,
    private readonly escrow: WatchedEscrow,
    private readonly auditChecks: AuditChecks,
    private readonly calendars: CalendarReading,
  ) {}

  /** Begins to work. */
  async start(): Promise<void> {
    await this.deliveries.start();
    await this.jobs.work('visit.close-overdue', async () => {
      await this.endings.closeOverdue();
    });
    await this.jobs.work('purge.sweep', async () => {
      await this.purge.tick();
    });
    await this.jobs.work('keys.escrow', async () => {
      await this.escrow.keep();
    });
    await this.jobs.work('alarms.watch', async () => {
      await this.escrow.lookForAlarms();
    });
    await this.jobs.work('audit.verify', async () => {
      await this.auditChecks.checkDue();
    });
    await this.jobs.work('availability.read-calendars', async () => {
      await this.calendars.readDue();
    });
  }
}

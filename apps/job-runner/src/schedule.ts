import { Injectable } from '@nestjs/common';
import { AuditChecks } from '@tapaamo/audit';
import { CalendarReading } from '@tapaamo/availability';
import { Jobs } from '@tapaamo/jobs';
import { DueReckoning, EndVisitService } from '@tapaamo/visit';
import { DeliverySchedule } from './delivery-schedule.js';
import { ForgettingSchedule } from './forgetting-schedule.js';

/** Ties each job to the work it stands for. */
@Injectable()
export class Schedule {
  constructor(
    private readonly jobs: Jobs,
    private readonly deliveries: DeliverySchedule,
    private readonly endings: EndVisitService,
    private readonly reckoning: DueReckoning,
    private readonly forgetting: ForgettingSchedule,
    private readonly auditChecks: AuditChecks,
    private readonly calendars: CalendarReading,
  ) {}

  /** Begins to work. */
  async start(): Promise<void> {
    await this.deliveries.start();
    await this.forgetting.start();
    await this.jobs.work('visit.close-overdue', async () => {
      await this.endings.closeOverdue();
    });
    await this.jobs.work('visit.reckon-due', async () => {
      await this.reckoning.reckonDue();
    });
    await this.jobs.work('audit.verify', async () => {
      await this.auditChecks.checkDue();
    });
    await this.jobs.work('availability.read-calendars', async () => {
      await this.calendars.readDue();
    });
  }
}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DoubtfulAdmissionCount } from './doubtful-admission-count.entity.js';
import { DoubtfulAdmissionOverview } from './doubtful-admission-overview.js';
import { StatisticsService } from './statistics.service.js';
import { VisitCount } from './visit-count.entity.js';

/** Counters. */
@Module({
  imports: [TypeOrmModule.forFeature([VisitCount, DoubtfulAdmissionCount])],
  providers: [DoubtfulAdmissionOverview, StatisticsService],
  exports: [DoubtfulAdmissionOverview, StatisticsService],
})
export class StatisticsModule {}

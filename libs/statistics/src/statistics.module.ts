import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StatisticsService } from './statistics.service.js';
import { VisitCount } from './visit-count.entity.js';

/** Counters. */
@Module({
  imports: [TypeOrmModule.forFeature([VisitCount])],
  providers: [StatisticsService],
  exports: [StatisticsService],
})
export class StatisticsModule {}

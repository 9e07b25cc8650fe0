import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@tapaamo/audit';
import { VisitModule } from '@tapaamo/visit';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeeds } from './calendar-feeds.service.js';

/** Calendar feeds. */
@Module({
  imports: [AuditModule, VisitModule, TypeOrmModule.forFeature([CalendarFeed])],
  providers: [CalendarFeeds],
  exports: [CalendarFeeds],
})
export class CalendarFeedModule {}

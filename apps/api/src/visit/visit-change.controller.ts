import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import type { Observable } from 'rxjs';
import { Staff } from '../http/actors.js';
import { liveStream } from '../http/live-stream.js';
import { VisitChangeFeed } from './visit-change-feed.js';

/** Server-sent events for professionals: which of their visits changed. Ids only. */
@Controller('api/visit-changes')
export class VisitChangeController {
  constructor(private readonly feed: VisitChangeFeed) {}

  @Sse()
  @Permit('professional', 'team-lead')
  @NotAudited('ids of one’s own visits that changed')
  changes(@Staff() actor: StaffActor): Observable<MessageEvent> {
    return liveStream(this.feed.of(actor.professionalId));
  }
}

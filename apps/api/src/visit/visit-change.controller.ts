import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { dematerialize, interval, map, materialize, merge, type Observable } from 'rxjs';
import { Staff } from '../http/actors.js';
import { VisitChangeFeed } from './visit-change-feed.js';

/** Keeps proxies from closing a silent stream. */
const HEARTBEAT_MS = 15_000;

/** Server-sent events for professionals: which of their visits changed. Ids only. */
@Controller('api/visit-changes')
export class VisitChangeController {
  constructor(private readonly feed: VisitChangeFeed) {}

  @Sse()
  @Permit('professional', 'team-lead')
  @NotAudited('ids of one’s own visits that changed')
  changes(@Staff() actor: StaffActor): Observable<MessageEvent> {
    const changes = this.feed
      .of(actor.professionalId)
      .pipe(map((change): MessageEvent => ({ data: change })));
    const heartbeats = interval(HEARTBEAT_MS).pipe(
      map((): MessageEvent => ({ type: 'heartbeat', data: '' })),
    );
    // Taken apart and put together again, so that the end of the changes ends the heartbeats too.
    return merge(changes.pipe(materialize()), heartbeats.pipe(materialize())).pipe(dematerialize());
  }
}

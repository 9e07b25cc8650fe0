import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { ignoreElements, type Observable } from 'rxjs';
import { Staff } from '../http/actors.js';
import { liveStream } from '../http/live-stream.js';
import { VisitChangeFeed } from '../visit/visit-change-feed.js';

/**
 * A stream for the pages of staff who meet no clients. It tells nothing and ends when the session, the account or its
 * roles may have changed, as the stream of visits does: the page asks again who is signed in.
 */
@Controller('api/me/changes')
export class OwnChangeController {
  constructor(private readonly feed: VisitChangeFeed) {}

  @Sse()
  @Permit('staff')
  @NotAudited('that one’s own session may have ended')
  changes(@Staff() actor: StaffActor): Observable<MessageEvent> {
    return liveStream(this.feed.of(actor.professionalId).pipe(ignoreElements()));
  }
}

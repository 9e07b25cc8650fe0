import type { MessageEvent } from '@nestjs/common';
import { dematerialize, interval, map, materialize, merge, type Observable } from 'rxjs';

/** Keeps proxies from closing a silent stream. */
const HEARTBEAT_MS = 15_000;

/** Server-sent events of `data`, with heartbeats between them for as long as it lasts. */
export function liveStream(data: Observable<object>): Observable<MessageEvent> {
  const events = data.pipe(map((each): MessageEvent => ({ data: each })));
  const heartbeats = interval(HEARTBEAT_MS).pipe(
    map((): MessageEvent => ({ type: 'heartbeat', data: '' })),
  );
  // Taken apart and put together again, so that the end of the data ends the heartbeats too.
  return merge(events.pipe(materialize()), heartbeats.pipe(materialize())).pipe(dematerialize());
}

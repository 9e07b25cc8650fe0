import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { MediaModule } from '@tapaamo/media';
import { HandRequests } from './hands/hand-requests.service.js';
import { TestPlaces } from './device-test/test-places.service.js';
import { LineSummaries } from './line/line-summaries.service.js';
import { LineWatch } from './line/line-watch.service.js';
import { Lines } from './line/lines.service.js';
import { MediaRequests } from './media/media-requests.service.js';
import { TextRequests } from './media/text-requests.service.js';
import { ConnectionRecords } from './registry/connection-records.service.js';
import { Meetings } from './registry/meetings.service.js';
import { NodeHeartbeat } from './registry/node-heartbeat.service.js';
import { NodeIdentity } from './registry/node-identity.service.js';
import { NodeTools } from './registry/node-tools.service.js';

/** The live meetings of this node. */
@Module({})
export class MeetingModule {
  /** @param visits - Module that provides `MeetingAdmission`, `MeetingTokens`, `DeviceTestTokens`, `VisitChanges` and `MediaNodes`. */
  static forRoot(visits: Type | DynamicModule): DynamicModule {
    return {
      module: MeetingModule,
      imports: [visits, MediaModule],
      providers: [
        NodeIdentity,
        NodeTools,
        ConnectionRecords,
        Meetings,
        NodeHeartbeat,
        MediaRequests,
        TextRequests,
        HandRequests,
        TestPlaces,
        LineSummaries,
        Lines,
        LineWatch,
      ],
      exports: [
        visits,
        MediaModule,
        Meetings,
        NodeHeartbeat,
        MediaRequests,
        TextRequests,
        HandRequests,
        TestPlaces,
        LineSummaries,
        Lines,
      ],
    };
  }
}

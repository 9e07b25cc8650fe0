import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import { WorkerPool } from '@tapaamo/media';
import { MeetingAdmission } from '@tapaamo/visit';
import { LineSummaries } from '../line/line-summaries.service.js';
import type { MeetingTools } from '../meeting.js';
import { ConnectionRecords } from './connection-records.service.js';
import { NodeIdentity } from './node-identity.service.js';

/** What the meetings of this node work with. */
@Injectable()
export class NodeTools implements MeetingTools {
  readonly nodeId: string;

  constructor(
    node: NodeIdentity,
    readonly admission: MeetingAdmission,
    readonly records: ConnectionRecords,
    readonly pool: WorkerPool,
    readonly summaries: LineSummaries,
    readonly clock: Clock,
    readonly logger: Logger,
  ) {
    this.nodeId = node.id;
  }
}

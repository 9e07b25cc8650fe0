import type { Type } from '@nestjs/common';
import type { SocketRequestHandler } from '../socket/socket-request.js';
import { CloseProducerHandler } from './close-producer.handler.js';
import { ConnectTransportHandler } from './connect-transport.handler.js';
import { JoinMeetingHandler } from './join-meeting.handler.js';
import { LeaveMeetingHandler } from './leave-meeting.handler.js';
import { LowerHandHandler } from './lower-hand.handler.js';
import { PauseConsumerHandler } from './pause-consumer.handler.js';
import { PauseProducerHandler } from './pause-producer.handler.js';
import { ProduceHandler } from './produce.handler.js';
import { ProduceTextHandler } from './produce-text.handler.js';
import { RaiseHandHandler } from './raise-hand.handler.js';
import { ReadTextHandler } from './read-text.handler.js';
import { ReactHandler } from './react.handler.js';
import { ReportLineHandler } from './report-line.handler.js';
import { RestartIceHandler } from './restart-ice.handler.js';
import { ResumeConsumerHandler } from './resume-consumer.handler.js';
import { ResumeProducerHandler } from './resume-producer.handler.js';
import { SetPreferredLayersHandler } from './set-preferred-layers.handler.js';

/** The handler of every socket request, one a request. */
export const MEETING_HANDLERS: readonly Type<SocketRequestHandler>[] = [
  JoinMeetingHandler,
  ConnectTransportHandler,
  RestartIceHandler,
  ProduceHandler,
  PauseProducerHandler,
  ResumeProducerHandler,
  CloseProducerHandler,
  ResumeConsumerHandler,
  PauseConsumerHandler,
  ProduceTextHandler,
  ReadTextHandler,
  SetPreferredLayersHandler,
  RaiseHandHandler,
  LowerHandHandler,
  ReactHandler,
  ReportLineHandler,
  LeaveMeetingHandler,
];

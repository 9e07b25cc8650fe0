import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '@tapaamo/audit';
import type { Clock } from '@tapaamo/common';
import { ConfigModule, type Config } from '@tapaamo/config';
import { DatabaseModule, ServerSettings, ServingGate } from '@tapaamo/database';
import { LoggingModule, type Logger } from '@tapaamo/logging';
import { MeetingModule } from '@tapaamo/meeting';
import { MeetingNodeModule } from '@tapaamo/visit';
import { DeviceTestGateway } from './device-test/device-test.gateway.js';
import { HealthController } from './health/health.controller.js';
import { PermissionGuard } from './http/permission.guard.js';
import { MEETING_HANDLERS } from './meeting/meeting-handlers.js';
import { MeetingMetrics } from './metrics/meeting-metrics.service.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { AnswerMessage } from './socket/answer-message.service.js';
import { HandshakeLimits } from './socket/handshake-limits.js';
import { Handshake } from './socket/handshake.service.js';
import { MeetingGateway } from './socket/meeting.gateway.js';
import { SocketRequestRegistry } from './socket/socket-request-registry.js';
import type { SocketRequestHandler } from './socket/socket-request.js';

/** What a test puts in the place of the real thing. */
export interface AppOverrides {
  clock?: Clock;
  /** Provides what `MeetingNodeModule` provides to meetings; then no database is needed. */
  visits?: Type | DynamicModule;
}

/** Without a database there is none that could have been restored, and none whose settings could be read. */
const WITHOUT_DATABASE: Provider[] = [
  { provide: ServingGate, useValue: { closed: null } satisfies Pick<ServingGate, 'closed'> },
  {
    provide: ServerSettings,
    useValue: { state: async () => 'unknown' } satisfies Pick<ServerSettings, 'state'>,
  },
];

/** The process of one meeting node. */
@Module({})
export class AppModule {
  static forRoot(config: Config, logger: Logger, overrides: AppOverrides = {}): DynamicModule {
    const { clock, visits } = overrides;
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config, clock === undefined ? {} : { clock }),
        LoggingModule.forRoot(logger),
        ...(visits === undefined ? [DatabaseModule.forRoot(), AuditModule] : []),
        MeetingModule.forRoot(visits ?? MeetingNodeModule),
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: APP_GUARD, useClass: PermissionGuard },
        ...(visits === undefined ? [] : WITHOUT_DATABASE),
        ...MEETING_HANDLERS,
        {
          provide: SocketRequestRegistry,
          inject: [...MEETING_HANDLERS],
          useFactory: (...handlers: SocketRequestHandler[]) => new SocketRequestRegistry(handlers),
        },
        MeetingMetrics,
        AnswerMessage,
        HandshakeLimits,
        Handshake,
        MeetingGateway,
        DeviceTestGateway,
      ],
    };
  }
}

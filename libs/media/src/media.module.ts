import { Module } from '@nestjs/common';
import { WorkerPool } from './worker/worker-pool.service.js';

/** The media workers of this node. Needs the configuration and the logger. */
@Module({ providers: [WorkerPool], exports: [WorkerPool] })
export class MediaModule {}

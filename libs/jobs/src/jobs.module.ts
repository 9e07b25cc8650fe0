import { Global, Module } from '@nestjs/common';
import { Jobs } from './jobs.service.js';

/** Ticks for every module. */
@Global()
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}

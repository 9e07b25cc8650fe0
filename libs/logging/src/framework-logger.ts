import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.js';

/**
 * Nest's own log, reduced to the fact that it warned or failed: its messages are free text that may hold values.
 */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(): void {
    // Start-up chatter is not kept.
  }

  warn(): void {
    this.logger.warn('framework.warned');
  }

  error(message: unknown): void {
    this.logger.error('framework.failed', {}, message instanceof Error ? message : undefined);
  }
}

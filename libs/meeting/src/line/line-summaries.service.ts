import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { Seat } from '../seat/seat.js';
import type { LineSummary } from './line-figures.js';

/** Emits `ended` with how somebody's line was, once when their seat is given up. Without whose it was. */
@Injectable()
export class LineSummaries extends EventEmitter<{ ended: [LineSummary] }> {
  /** A seat was given up. */
  seatEnded({ line: { summary } }: Seat): void {
    if (summary !== null) {
      this.emit('ended', summary);
    }
  }
}

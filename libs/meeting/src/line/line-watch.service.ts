import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Meetings } from '../registry/meetings.service.js';
import { Lines } from './lines.service.js';

/** How often the lines are looked at, in milliseconds: a picture has to give way to the sound within three seconds. */
const LOOK_MS = 500;

/** Looks at the lines of every meeting of this node. */
@Injectable()
export class LineWatch implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly meetings: Meetings,
    private readonly lines: Lines,
  ) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => {
      this.meetings.all.forEach((meeting) => this.lines.look(meeting, performance.now()));
    }, LOOK_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }
}

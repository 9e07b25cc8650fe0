import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readMark } from './mark.js';
import type { Closed } from './serving-gate.js';
import { goesOnFrom, standingOf } from './standing.js';

/** What a process sees of a restore that has the main database alone. */
@Injectable()
export class MainMark {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * By its own mark the main database is seen to be a replica, promoted, recovered to a point in time, or out of a dump. That
   * its files or the keys are older copies, the API and the job runner see, and say so here.
   */
  async look(): Promise<Closed | null> {
    const [row] = await this.dataSource.query<{ content: string | null; closed: boolean }[]>(
      'SELECT content, closed FROM restore_mark',
    );
    const standing = await standingOf((text, values) => this.dataSource.query(text, values), MARK);
    const mark = readMark(row?.content);
    const isSame = mark === null ? standing !== null : goesOnFrom(standing, mark.main);
    return isSame && row?.closed !== true ? null : 'restored';
  }
}

/** The table of the main database's mark. */
const MARK = 'restore_mark';

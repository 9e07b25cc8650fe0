import { uptime } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { KeyDays } from '@tapaamo/vault';

/** What the clock is compared with before anything is erased by it. */
@Injectable()
export class ReferenceClocks {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly days: KeyDays,
    private readonly clock: Clock,
  ) {}

  /** Whether the clock is to agree with these at all: that of a demonstration is not. */
  get areComparable(): boolean {
    return !this.clock.isShifted;
  }

  /** A clock that never jumps, in milliseconds: since the machine was started, the time asleep included. */
  monotonicMs(): number {
    return uptime() * 1_000;
  }

  /** The clock of the main database's server. */
  async ofMain(): Promise<Date> {
    const [row] = await this.scope.everywhere('forgetting what is due', (tx) =>
      tx.query<{ now: Date }[]>('SELECT clock_timestamp() AS now'),
    );
    return row?.now ?? new Date(Number.NaN);
  }

  /** The clock of the key database's server. @throws KeysMissingError (`vault.keys-missing`) */
  async ofKeys(): Promise<Date> {
    return this.days.now();
  }
}

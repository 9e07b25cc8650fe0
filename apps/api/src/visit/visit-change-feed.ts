import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import type { VisitChange } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { OrganisationChanges } from '@tapaamo/organisation';
import { StaffChanges } from '@tapaamo/professional';
import { VisitChanges, VisitReach, type VisitRef } from '@tapaamo/visit';
import { EMPTY, Observable, type Subscriber } from 'rxjs';

/** How often it is looked whether the local day has ended, in milliseconds. */
const LOOK_AT_DAY_MS = 1_000;

/**
 * Tells the open pages of staff which of the visits that they reach changed, and ends their streams when they may no
 * longer be who they were, and when the local day ends: what a stand-in reached goes with their last day, and nobody
 * announces that. Their pages connect again and read everything.
 */
@Injectable()
export class VisitChangeFeed implements OnModuleInit, OnModuleDestroy {
  readonly #pages = new Map<string, Set<Subscriber<VisitChange>>>();
  /** The local day of each stream: it ends with that, whenever it is looked. */
  readonly #openedOn = new WeakMap<Subscriber<VisitChange>, string>();
  #endings: (() => void)[] = [];
  #stopping = false;

  constructor(
    private readonly changes: VisitChanges,
    private readonly staffChanges: StaffChanges,
    private readonly organisationChanges: OrganisationChanges,
    private readonly reach: VisitReach,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const timer = setInterval(() => this.#closeFormer(), LOOK_AT_DAY_MS);
    this.#endings = [
      () => clearInterval(timer),
      this.changes.onChange((visit) => void this.#tell(visit)),
      // Their pages connect again and are asked who they are.
      this.staffChanges.onChange((staff) => this.#close(staff?.professionalId)),
      this.organisationChanges.onChange(() => this.#closeAll()),
    ];
  }

  /** Before the server is closed: closing waits for every answer to end, and a stream ends only here. */
  onModuleDestroy(): void {
    this.#stopping = true;
    this.#endings.forEach((end) => end());
    this.#closeAll();
  }

  /** Changes of the visits that somebody reaches, for as long as the page listens. */
  of(professionalId: string): Observable<VisitChange> {
    if (this.#stopping) {
      return EMPTY;
    }
    return new Observable((page) => {
      const pages = this.#pages.get(professionalId) ?? new Set();
      this.#pages.set(professionalId, pages.add(page));
      this.#openedOn.set(page, localDateOf(this.clock.now()));
      return () => {
        pages.delete(page);
        if (pages.size === 0) {
          this.#pages.delete(professionalId);
        }
      };
    });
  }

  async #tell(visit: VisitRef | null): Promise<void> {
    if (this.#pages.size === 0) {
      return;
    }
    // Changes may have been missed: pages that lose their stream connect again and read everything.
    if (visit === null) {
      this.#closeAll();
      return;
    }
    const { visitId } = visit;
    try {
      for (const account of await this.reach.accountsOf(visit)) {
        this.#pages.get(account)?.forEach((page) => page.next({ visitId }));
      }
    } catch (error) {
      this.logger.warn('visit.change-not-told', { visitId }, error);
      this.#closeAll();
    }
  }

  #closeFormer(): void {
    const today = localDateOf(this.clock.now());
    this.#all()
      .filter((page) => this.#openedOn.get(page) !== today)
      .forEach((page) => page.complete());
  }

  #all(): Subscriber<VisitChange>[] {
    return [...this.#pages.values()].flatMap((pages) => [...pages]);
  }

  #close(professionalId = ''): void {
    for (const page of [...(this.#pages.get(professionalId) ?? [])]) {
      page.complete();
    }
  }

  #closeAll(): void {
    this.#all().forEach((page) => page.complete());
  }
}

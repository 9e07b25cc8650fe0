import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock, localDateOf } from '@tapaamo/common';
import type { ChangeWorkingHoursRequest, TimeSpan, WorkingHours } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { SettingsChangedError } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import type { KeptHours } from './hours-of-day.js';
import { tidyHours } from './tidy-hours.js';
import { WorkingHoursRow } from './working-hours.entity.js';

type Actor = Pick<StaffActor, 'organisationId' | 'professionalId'>;

/** What the page of who has never kept any begins with. */
const NONE_YET: WorkingHours = {
  weekdays: [[], [], [], [], [], [], []],
  exceptions: [],
  version: 0,
};

/** The working hours that professionals keep, each their own. */
@Injectable()
export class OwnWorkingHours {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** The actor's own. */
  async read(actor: Actor): Promise<WorkingHours> {
    return this.scope.of(actor.organisationId, (tx) => this.#read(tx, actor));
  }

  /**
   * Changes the actor's own.
   *
   * @throws SettingsChangedError (`settings.changed-meanwhile`) when they did in another window; nothing is changed then.
   * @throws SpanEndsBeforeStartError (`working-hours.ends-before-start`), SpansOverlapError (`working-hours.overlap`)
   */
  async change(
    actor: Actor,
    { version, ...wish }: ChangeWorkingHoursRequest,
  ): Promise<WorkingHours> {
    const hours = tidyHours(wish, localDateOf(this.clock.now()));
    return this.scope.of(actor.organisationId, async (tx) => {
      if (!(await write(tx, actor, { ...hours, version }))) {
        throw new SettingsChangedError(differing(hours, await this.#read(tx, actor)));
      }
      return this.#read(tx, actor);
    });
  }

  async #read(tx: EntityManager, { professionalId }: Actor): Promise<WorkingHours> {
    const found = await tx.findOneBy(WorkingHoursRow, { professionalId });
    const today = localDateOf(this.clock.now());
    const { weekdays, exceptions, version } = found ?? NONE_YET;
    return {
      weekdays: weekdays.map(written),
      exceptions: exceptions
        .filter(({ date }) => date >= today)
        .map(({ date, spans }) => ({ date, spans: written(spans) })),
      version,
    };
  }
}

/** Spans as they were written: the database keeps the parts of an object in an order of its own. */
function written(spans: readonly TimeSpan[]): TimeSpan[] {
  return spans.map(({ from, to }) => ({ from, to }));
}

/** What somebody of the organisation keeps. */
export async function keptHours(tx: EntityManager, professionalId: string): Promise<KeptHours> {
  return tx.findOneBy(WorkingHoursRow, { professionalId });
}

/** Writes over the version that was read. @returns Whether it was still there. */
async function write(
  tx: EntityManager,
  { professionalId, organisationId }: Actor,
  { weekdays, exceptions, version }: WorkingHours,
): Promise<boolean> {
  // Lists stand in columns of JSON, which the driver must not take for arrays of the database's own.
  const lists = [JSON.stringify(weekdays), JSON.stringify(exceptions)];
  const rows =
    version === 0
      ? await tx.query<unknown[]>(
          `INSERT INTO working_hours (professional_id, organisation_id, weekdays, exceptions, version)
           VALUES ($1, $2, $3, $4, 1) ON CONFLICT DO NOTHING RETURNING version`,
          [professionalId, organisationId, ...lists],
        )
      : await tx.query<unknown[]>(
          `WITH changed AS (
             UPDATE working_hours SET weekdays = $3, exceptions = $4, version = version + 1
             WHERE professional_id = $1 AND version = $2 RETURNING version
           ) SELECT version FROM changed`,
          [professionalId, version, ...lists],
        );
  return rows.length === 1;
}

function differing(
  hours: Pick<WorkingHours, 'weekdays' | 'exceptions'>,
  present: WorkingHours,
): string[] {
  return (['weekdays', 'exceptions'] as const).filter(
    (field) => JSON.stringify(hours[field]) !== JSON.stringify(present[field]),
  );
}

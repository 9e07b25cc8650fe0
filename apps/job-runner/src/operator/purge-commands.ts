import type { INestApplicationContext } from '@nestjs/common';
import { AdministrationRefusedError } from '@tapaamo/administration';
import { KeyReleases, PurgePauses } from '@tapaamo/purge';
import { done, type Outcome } from './outcome.js';
import type { Command } from './read-command.js';

const NAMES = ['purge status', 'purge pause', 'purge resume', 'keys release'] as const;

/** What an operator asks of forgetting itself. */
export type PurgeCommand = Extract<Command, { name: (typeof NAMES)[number] }>;

/** Whether a command is one of these. */
export function isOfPurge(command: Command): command is PurgeCommand {
  return NAMES.some((name) => name === command.name);
}

/** Says how erasing is, pauses it or lets it go on. @throws AdministrationRefusedError when there is nothing to change */
export async function controlPurge(
  app: INestApplicationContext,
  command: PurgeCommand,
): Promise<Outcome> {
  const pauses = app.get(PurgePauses);
  const releases = app.get(KeyReleases);
  switch (command.name) {
    case 'purge status':
      return done(await status(pauses, releases));
    case 'purge pause':
      if (!(await pauses.pause('operator', command.options.by))) {
        throw new AdministrationRefusedError('Erasing is paused already. Try purge status.');
      }
      return done('Erasing is paused. What is due stays hidden, until purge resume.\n');
    case 'purge resume':
      if (!(await pauses.resume(command.options.by, command.options.why))) {
        throw new AdministrationRefusedError('Erasing is not paused.');
      }
      return done('Erasing goes on with the next sweep. What is due now is taken as right.\n');
    case 'keys release': {
      const count = await releases.release(command.options.by);
      if (count === 0) {
        throw new AdministrationRefusedError('No key waits, by the last sweep.');
      }
      return done(`Keys without a visit that may go: ${count}. More than these wait again.\n`);
    }
  }
}

async function status(pauses: PurgePauses, releases: KeyReleases): Promise<string> {
  const pause = await pauses.standing();
  const waiting = await releases.waiting();
  const by = pause?.pausedBy ?? 'the guard';
  return [
    pause === null
      ? 'Erasing goes on.'
      : `Erasing is paused since ${pause.pausedAt.toISOString()} by ${by}: ${pause.reason}.`,
    ...(waiting > 0
      ? [`Keys without a visit that wait: ${waiting}. Try --help, keys release.`]
      : []),
    '',
  ].join('\n');
}

import { Module, type INestApplicationContext } from '@nestjs/common';
import { AdministrationModule } from '@tapaamo/administration';
import { Reconcile, ReconcileModule, type Reconciled } from '@tapaamo/purge';
import { InstallationMarks, isBehind, VaultModule, type Behind } from '@tapaamo/vault';
import { BROKEN, done, type Outcome } from './outcome.js';
import type { Command } from './read-command.js';

/** Restores, apart from the rest: it needs the keys to be there. */
@Module({ imports: [AdministrationModule, ReconcileModule, VaultModule] })
export class RestoreCommandsModule {}

/** Visits that are named at most; of more the number is told. */
const NAMED = 100;

/** What the operator asks for after a restore. */
export type RestoreCommand = Extract<
  Command,
  { name: 'restore check' | 'restore reconcile' | 'restore confirm' }
>;

/** Whether that is asked for. */
export function isOfRestore(command: Command): command is RestoreCommand {
  return command.name.startsWith('restore ');
}

/** Tells of a restore, reconciles it, or gives up what it lost. */
export async function restored(
  app: INestApplicationContext,
  command: RestoreCommand,
): Promise<Outcome> {
  const marks = app.get(InstallationMarks, { strict: false });
  if (command.name === 'restore check') {
    return checked(await marks.behind(), await marks.keepsOrphans());
  }
  const givesUp = command.name === 'restore confirm';
  const result = await app.get(Reconcile, { strict: false }).run({ givesUp });
  return result === null
    ? done('Nothing was restored, and nothing waits.\n')
    : told(result, givesUp);
}

function checked(behind: Behind, waits: boolean): Outcome {
  if (isBehind(behind)) {
    return {
      text: `Restored and not reconciled: ${namesOf(behind)}. Nobody is served.\n`,
      exitCode: BROKEN,
    };
  }
  return waits
    ? {
        text: 'Reconciled. Keys of visits booked after the backup wait for "restore confirm".\n',
        exitCode: BROKEN,
      }
    : done('Nothing was restored, or all of it is reconciled.\n');
}

function told(result: Reconciled, givesUp: boolean): Outcome {
  const { behind, erased, corrected, held, dropped, forgotten, lost, kept } = result;
  const isLost = lost.length > 0 && !givesUp;
  const lines = [
    ...(isBehind(behind) ? [`Older than the rest: ${namesOf(behind)}.`] : []),
    `Forgotten again: ${erased + forgotten}. Due earlier: ${corrected}. Messages not sent: ${dropped}.`,
    ...(held > 0 ? [`Held again: ${held}. Why is to be looked into within a week.`] : []),
    ...listed(givesUp ? 'Given up, their keys are nowhere' : 'Their keys are nowhere', lost),
    ...listed('Booked after the backup, their rows are nowhere', kept),
    ...(isLost
      ? [
          'Nobody is served. Bring the keys back (a newer copy, keys restore), or give these up: restore confirm.',
        ]
      : ['It is reconciled, and is served.']),
    ...(kept.length > 0 ? ['Their keys stay until "restore confirm".'] : []),
  ];
  return { text: `${lines.join('\n')}\n`, exitCode: isLost || kept.length > 0 ? BROKEN : 0 };
}

function listed(what: string, visitIds: readonly string[]): string[] {
  const more = visitIds.length > NAMED ? [`  and ${visitIds.length - NAMED} more`] : [];
  return visitIds.length === 0
    ? []
    : [`${what}: ${visitIds.length}`, ...visitIds.slice(0, NAMED).map((id) => `  ${id}`), ...more];
}

function namesOf({ main, keys, store }: Behind): string {
  return [main && 'main database', keys && 'key database', store && 'key store']
    .filter(Boolean)
    .join(', ');
}

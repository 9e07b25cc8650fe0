import type { ContractEnds } from '@tapaamo/contract-end';
import type { ClosedOrganisation } from '@tapaamo/organisation';
import { done, type Outcome } from './outcome.js';
import type { Command } from './read-command.js';

/** Asks to close an organisation for good, or confirms it. @throws AdministrationRefusedError */
export async function closeOrganisation(
  ends: ContractEnds,
  command: Extract<Command, { name: 'organisation close' | 'organisation confirm-close' }>,
): Promise<Outcome> {
  const { organisation } = command.options;
  if (command.name === 'organisation close') {
    const from = await ends.ask(organisation);
    return done(
      `Nothing is gone yet, and "organisation enable" takes it back.\nConfirm it from ${from.toISOString()} on.\n`,
    );
  }
  await ends.confirm(organisation, command.options['name-fi']);
  return done(
    'It is closed for good. The job runner forgets everything of it now; "organisation list" tells how far it is.\n',
  );
}

/** What is left of organisations that were closed: when, and what is gone. */
export function closedText(closed: readonly ClosedOrganisation[]): string {
  return closed
    .map(({ id, visits, keysDestroyedAt, unrevivableAt, erasedAt }) => {
      const keys = `keys destroyed ${timeText(keysDestroyedAt)}, living visits then ${visits}`;
      const copies = keysDestroyedAt === null ? '' : `, ${unrevivableText(unrevivableAt)}`;
      return `${id}  closed for good: ${keys}${copies}, rows erased ${timeText(erasedAt)}\n`;
    })
    .join('');
}

const timeText = (at: Date | null): string => at?.toISOString() ?? 'not yet';

const unrevivableText = (at: Date | null): string =>
  at === null
    ? 'unrevivable once the engine’s snapshots expire'
    : `unrevivable from ${at.toISOString()}`;

import type { Administration, OrganisationSummary } from '@tapaamo/administration';
import type { ContractEnds } from '@tapaamo/contract-end';
import { closeOrganisation, closedText } from './close-commands.js';
import { done, type Outcome } from './outcome.js';
import type { Command } from './read-command.js';

type OrganisationCommand = Extract<Command, { name: `organisation ${string}` }>;

/** Whether a command is one of these. */
export function isOfOrganisations(command: Command): command is OrganisationCommand {
  return command.name.startsWith('organisation ');
}

/** Makes organisations, lists them, takes one out of use or back, and closes it for good. @throws AdministrationRefusedError */
export async function changeOrganisations(
  administration: Administration,
  ends: ContractEnds,
  command: OrganisationCommand,
): Promise<Outcome> {
  switch (command.name) {
    case 'organisation create': {
      const { options } = command;
      const { organisationId, ...invited } = await administration.createOrganisation(
        { fi: options['name-fi'], sv: options['name-sv'], en: options['name-en'] },
        { name: options['admin-name'], email: options['admin-email'] },
      );
      return done(`Organisation ${organisationId} is made.\n${linkText(invited)}`);
    }
    case 'organisation list':
      return done(`${await listed(administration)}${closedText(await ends.list())}`);
    case 'organisation disable': {
      const ended = await administration.disable(command.options.organisation);
      return done(`It is disabled. Sessions ended: ${ended}. Enabling brings it back as it is.\n`);
    }
    case 'organisation enable':
      await administration.enable(command.options.organisation);
      return done('It is in use. Its staff can sign in, and what waited is sent.\n');
    case 'organisation close':
    case 'organisation confirm-close':
      return closeOrganisation(ends, command);
  }
}

/** How an admin's link is told. */
export function linkText({ link, expiresAt }: { link: string; expiresAt: Date }): string {
  return `The admin's link, until ${expiresAt.toISOString()}:\n${link}\n`;
}

async function listed(administration: Administration): Promise<string> {
  const organisations = await administration.listOrganisations();
  return organisations.length === 0
    ? 'There is no organisation yet.\n'
    : organisations
        .map(
          ({ id, name, staff, admins, ...state }) =>
            `${id}  ${name}: staff ${staff}, admins ${admins}, ${stateText(state)}\n`,
        )
        .join('');
}

function stateText({
  disabledAt,
  closeAskedAt,
}: Pick<OrganisationSummary, 'disabledAt' | 'closeAskedAt'>): string {
  const asked =
    closeAskedAt === null ? '' : `, asked to be closed for good at ${closeAskedAt.toISOString()}`;
  return disabledAt === null ? 'in use' : `disabled since ${disabledAt.toISOString()}${asked}`;
}

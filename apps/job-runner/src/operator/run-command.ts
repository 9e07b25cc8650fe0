import type { INestApplicationContext } from '@nestjs/common';
import { Administration, AdministrationRefusedError, SignInDomains } from '@tapaamo/administration';
import { AuditChecks } from '@tapaamo/audit';
import { ContractEnds } from '@tapaamo/contract-end';
import { changeKeys } from './key-commands.js';
import { changeOrganisations, isOfOrganisations, linkText } from './organisation-commands.js';
import { BROKEN, done, type Outcome } from './outcome.js';
import { controlPurge, isOfPurge, type PurgeCommand } from './purge-commands.js';
import type { Command } from './read-command.js';
import { isOfRestore, restored, type RestoreCommand } from './restore-commands.js';

/** Does what the operator asks for. @throws AdministrationRefusedError */
export async function runCommand(
  app: INestApplicationContext,
  command: Exclude<Command, { name: 'help' }>,
): Promise<Outcome> {
  if (isOfPurge(command)) {
    return controlPurge(app, command);
  }
  return isOfRestore(command) ? restored(app, command) : administer(app, command);
}

async function administer(
  app: INestApplicationContext,
  command: Exclude<Command, { name: 'help' } | PurgeCommand | RestoreCommand>,
): Promise<Outcome> {
  const administration = app.get(Administration);
  if (isOfOrganisations(command)) {
    return changeOrganisations(administration, app.get(ContractEnds), command);
  }
  switch (command.name) {
    case 'admin invite': {
      const { options } = command;
      const admin = { name: options['admin-name'], email: options['admin-email'] };
      return done(linkText(await administration.inviteAdmin(options.organisation, admin)));
    }
    case 'domain list':
      return done(await domainsListed(app.get(SignInDomains)));
    case 'domain assign':
    case 'domain release':
      return changeDomain(app.get(SignInDomains), command);
    case 'keys rotate':
    case 'keys restore':
      return changeKeys(app, command);
    case 'audit verify':
      return verify(app.get(AuditChecks), administration, command.options.organisation);
  }
}

async function domainsListed(domains: SignInDomains): Promise<string> {
  const assigned = await domains.list();
  return assigned.length === 0
    ? 'No domain is assigned yet.\n'
    : assigned
        .map(
          ({ domain, organisationId, organisationName }) =>
            `${domain}  ${organisationId}  ${organisationName}\n`,
        )
        .join('');
}

async function changeDomain(
  domains: SignInDomains,
  {
    name,
    options: { organisation, domain },
  }: Extract<Command, { name: 'domain assign' | 'domain release' }>,
): Promise<Outcome> {
  if (name === 'domain assign') {
    await domains.assign(organisation, domain);
    return done(`Whoever types an address of ${domain} is led to its provider.\n`);
  }
  await domains.release(organisation, domain);
  return done(`Addresses of ${domain} lead nowhere. Accounts are as they were.\n`);
}

async function verify(
  checks: AuditChecks,
  administration: Administration,
  only: string | undefined,
): Promise<Outcome> {
  const all = await administration.listOrganisations();
  const chosen = all.filter(({ id }) => only === undefined || id === only);
  if (only !== undefined && chosen.length === 0) {
    throw new AdministrationRefusedError(`There is no organisation ${only}.`);
  }
  let exitCode = 0;
  const lines: string[] = [];
  for (const { id, name } of chosen) {
    const { entries, broken } = await checks.check(id, { full: true, by: { kind: 'operator' } });
    exitCode = broken === null ? exitCode : BROKEN;
    const found =
      broken === null ? 'fits together' : `broken at entry ${broken.sequence} (${broken.kind})`;
    lines.push(`${id}  ${name}: ${entries} entries, ${found}\n`);
  }
  return { text: lines.join(''), exitCode };
}

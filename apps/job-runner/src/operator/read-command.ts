import { parseArgs } from 'node:util';
import { AdministrationRefusedError } from '@tapaamo/administration';
import { asError } from '@tapaamo/common';
import { emailDomainSchema, resumeReasonSchema } from '@tapaamo/contracts';
import { z } from 'zod';

const name = z.string().trim().min(2).max(120);
const personName = name.regex(/^[\p{L}\p{M}][\p{L}\p{M}'’´`.\- ]*$/u);
const email = z.email().max(254).toLowerCase();
const organisation = z.uuid().toLowerCase();

/** Every command with its options; each option is a text. */
const COMMANDS = {
  'organisation create': z.strictObject({
    'name-fi': name,
    'name-sv': name,
    'name-en': name,
    'admin-name': personName,
    'admin-email': email,
  }),
  'organisation list': z.strictObject({}),
  'organisation disable': z.strictObject({ organisation }),
  'organisation enable': z.strictObject({ organisation }),
  'organisation close': z.strictObject({ organisation }),
  'organisation confirm-close': z.strictObject({ organisation, 'name-fi': z.string() }),
  'admin invite': z.strictObject({
    organisation,
    'admin-name': personName,
    'admin-email': email,
  }),
  'domain list': z.strictObject({}),
  'domain assign': z.strictObject({ organisation, domain: emailDomainSchema }),
  'domain release': z.strictObject({ organisation, domain: emailDomainSchema }),
  'keys rotate': z.strictObject({ what: z.enum(['accounts', 'key-store']) }),
  'keys restore': z.strictObject({ from: z.string().min(1), 'private-key': z.string().min(1) }),
  'keys release': z.strictObject({ by: personName }),
  'purge status': z.strictObject({}),
  'purge pause': z.strictObject({ by: personName }),
  'purge resume': z.strictObject({ by: personName, why: resumeReasonSchema }),
  'restore check': z.strictObject({}),
  'restore reconcile': z.strictObject({}),
  'restore confirm': z.strictObject({}),
  'audit verify': z.strictObject({ organisation: organisation.optional() }),
} as const;

type Commands = typeof COMMANDS;

/** A command as it was typed, checked. */
export type Command =
  | { name: 'help' }
  | { [Name in keyof Commands]: { name: Name; options: z.output<Commands[Name]> } }[keyof Commands];

/** Reads what was typed. @throws AdministrationRefusedError naming the option that is wrong. */
export function readCommand(typed: readonly string[]): Command {
  if (typed.length === 0 || typed.includes('--help') || typed[0] === 'help') {
    return { name: 'help' };
  }
  const [words, rest] = [typed.slice(0, 2).join(' '), typed.slice(2)];
  if (!Object.hasOwn(COMMANDS, words)) {
    throw new AdministrationRefusedError(`There is no command "${words}". Try --help.`);
  }
  const schema: z.ZodObject = COMMANDS[words as keyof Commands];
  const read = schema.safeParse(optionsIn(rest, Object.keys(schema.shape)));
  if (!read.success) {
    const wrong = read.error.issues.map(({ path }) => `--${path.map(String).join('.')}`);
    throw new AdministrationRefusedError(
      `Missing or not usable: ${[...new Set(wrong)].join(', ')}. Try --help.`,
    );
  }
  return { name: words, options: read.data } as Command;
}

function optionsIn(rest: string[], names: string[]): Record<string, unknown> {
  try {
    const options = Object.fromEntries(names.map((one) => [one, { type: 'string' as const }]));
    return { ...parseArgs({ args: rest, options, strict: true }).values };
  } catch (error) {
    throw new AdministrationRefusedError(`${asError(error).message} Try --help.`);
  }
}

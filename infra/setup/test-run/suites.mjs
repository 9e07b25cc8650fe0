import { SetupError } from '../setup-error.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} title
 * @property {'check' | 'jest'} kind
 * @property {string} usually How long it usually takes.
 * @property {{ worker?: boolean, build?: boolean, browser?: boolean, network?: boolean }} needs
 */

const SERVERS = { worker: true, build: true, network: true };

/** What `npm test` runs, cheapest first. @type {Suite[]} */
const SUITES = [
  { name: 'format', title: 'Format', kind: 'check', usually: '5 seconds', needs: {} },
  { name: 'lint', title: 'Lint', kind: 'check', usually: '30 seconds', needs: {} },
  { name: 'types', title: 'Types', kind: 'check', usually: '15 seconds', needs: {} },
  { name: 'unit', title: 'Unit tests', kind: 'jest', usually: 'half a minute', needs: {} },
  { name: 'conventions', title: 'Conventions', kind: 'jest', usually: '20 seconds', needs: {} },
  {
    name: 'integration',
    title: 'Integration tests',
    kind: 'jest',
    usually: '12 minutes',
    needs: SERVERS,
  },
  {
    name: 'e2e',
    title: 'End-to-end tests',
    kind: 'jest',
    usually: '25 minutes',
    needs: { ...SERVERS, browser: true },
  },
];
/** "lint" means everything that reads the source without running it. */
const GROUPS = { lint: ['format', 'lint', 'types'] };

/**
 * Reads the arguments of `npm test`: names of suites first, then patterns of test files.
 *
 * @param {string[]} args
 * @returns {{ suites: Suite[], patterns: string[], needs: Suite['needs'] }}
 */
export function chooseSuites(args) {
  const names = SUITES.map(({ name }) => name);
  const wanted = args.filter((arg) => names.includes(arg));
  const patterns = args.filter((arg) => !names.includes(arg));
  if (patterns.length > 0 && wanted.length === 0) {
    throw new SetupError(`"${patterns[0]}" is not a test suite.`, {
      fix: `use "npm test -- <suite> [file pattern]" with one of ${names.join(', ')}.`,
    });
  }
  const chosen = new Set(wanted.flatMap((name) => GROUPS[name] ?? [name]));
  const suites = SUITES.filter(({ name }) => wanted.length === 0 || chosen.has(name));
  return { suites, patterns, needs: Object.assign({}, ...suites.map(({ needs }) => needs)) };
}

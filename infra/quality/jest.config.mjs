// All tests: `npm test -- unit`, `conventions`, `integration` or `e2e`; see infra/setup/test-run.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');

// A zone that nobody here lives in: a test that leans on the machine's own fails on every machine alike.
process.env.TZ ??= 'Pacific/Marquesas';

const transpiler = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      // Nest finds out what to inject, and TypeORM what a column is, from what decorators keep of the types.
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic' },
    },
  },
};
/** In a .ts file `<T>` is a type and not an element, so the two kinds are read apart. */
const plain = {
  ...transpiler,
  jsc: { ...transpiler.jsc, parser: { ...transpiler.jsc.parser, tsx: false } },
};

/**
 * @param {string} name Of the project, as `--selectProjects` knows it.
 * @param {string[]} roots Folders that hold its tests.
 * @param {string} pattern Of their names.
 * @param {object} [more] What differs from the usual.
 */
const project = (name, roots, pattern, more) => ({
  displayName: name,
  rootDir: ROOT,
  // Jest refuses a root that is not there, and an installation may leave tests out.
  roots: roots.map((folder) => resolve(ROOT, folder)).filter((folder) => existsSync(folder)),
  testMatch: [`**/*.${pattern}.ts`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx$': ['@swc/jest', transpiler],
    '\\.ts$': ['@swc/jest', plain],
  },
  moduleNameMapper: {
    '^@tapaamo/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  ...more,
});

/** A PostgreSQL server for the project's tests; each file makes databases of its own in it. */
const withPostgres = {
  globalSetup: '<rootDir>/test/support/postgres-global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres-global-teardown.mjs',
};

/** Jest reads `testTimeout` from the outermost configuration only, so a project's own is set by a file. */
const withTimeout = (minutes, ...more) => ({
  globals: { testTimeoutMs: minutes * 60_000 },
  setupFilesAfterEnv: ['<rootDir>/infra/quality/test-timeout.mjs', ...more],
});

/** Each is a whole system and a browser, which take all of a machine of two cores: two at once would only slow each other down. */
const oneAtATime = { runner: '<rootDir>/infra/quality/one-at-a-time.mjs' };

export default {
  rootDir: ROOT,
  watchman: false,
  // Modules of a test file stay in memory when it has ended; a worker that holds too many makes way for a new one.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('unit', ['libs', 'apps'], 'spec'),
    project('conventions', ['test/conventions'], 'spec', { ...withPostgres, ...withTimeout(1) }),
    project('integration', ['test/integration'], 'int-spec', {
      ...withPostgres,
      ...withTimeout(1, '<rootDir>/test/support/nothing-leaks.ts'),
    }),
    project('e2e', ['test/e2e'], 'e2e-spec', {
      ...oneAtATime,
      globalSetup: '<rootDir>/test/support/prepared-system.mjs',
      globalTeardown: '<rootDir>/test/support/prepared-system-teardown.mjs',
      ...withTimeout(5),
      testEnvironment: '<rootDir>/infra/quality/browser-environment.mjs',
    }),
    // Not part of `npm test`: `npm run test:faults`.
    project('faults', ['test/faults'], 'fault-spec', {
      ...oneAtATime,
      ...withTimeout(60),
      testEnvironment: '<rootDir>/infra/quality/browser-environment.mjs',
    }),
    // Neither are these: `npm run test:fuzz`, `npm run test:grid`.
    project('fuzz', ['test/fuzz'], 'fuzz-spec', { ...oneAtATime, ...withTimeout(120) }),
    project('grid', ['test/grid'], 'grid-spec', {
      ...oneAtATime,
      ...withTimeout(60),
      testEnvironment: '<rootDir>/infra/quality/browser-environment.mjs',
    }),
  ],
};

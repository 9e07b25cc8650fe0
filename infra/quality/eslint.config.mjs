// Run with `npm test -- lint`. There are no warnings: a rule either fails or is off. Sizes are no rule here;
// test/conventions/sizes.spec.ts reports them.
import { resolve } from 'node:path';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { restrictSyntax } from './restricted-syntax.mjs';

const TYPESCRIPT = ['**/*.{ts,tsx}'];

/** What `@eslint/js` calls recommended, without one more package for a list of names. */
const recommended = Object.fromEntries(
  [...builtinRules]
    .filter(([, { meta }]) => meta.docs?.recommended)
    .map(([name]) => [name, 'error']),
);

/** Rules of all our code, typed or not. */
const everywhere = {
  complexity: ['error', 12],
  curly: ['error', 'all'],
  eqeqeq: 'error',
  'no-console': 'error',
  'no-else-return': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
};

/** Where rules about types differ from typescript-eslint's strict ones. */
const typed = {
  // In a file with decorators it holds back by itself: what Nest injects must stay a value.
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/explicit-module-boundary-types': 'error',
  '@typescript-eslint/no-shadow': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
  // What is left unused on purpose begins with "_"; taking a property out of an object leaves one.
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],

  // `return this.#leave()` out of a switch, and `() => clear()`, say at least as much as two lines would.
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  // A module of Nest is a class that only carries its decorator.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  // What others declare is extended by merging interfaces (Express's `User`).
  '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
  // Spreading a string gives code points, and that is what we mean by it.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  // The type that an envelope is opened as, or an answer is read as, is named once: by who reads it.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  // TypeORM's rows and Nest's options are classes without behaviour, written as literals.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // Libraries hand over errors as `unknown`; calling them `Error` would be a guess.
  '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
  // An implementation of an asynchronous interface may have nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  // A number in a sentence needs no ceremony.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
};

/** Tests read parsed answers and rows, which are `any`, and say with `!` what the test itself arranged. */
const tests = {
  '@typescript-eslint/explicit-module-boundary-types': 'off',
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  // Jest hands the columns of a table over one by one.
  ...restrictSyntax('parameters'),
};

/** What React components and hooks return is for the compiler to say; a written type would only repeat it. */
const web = {
  ...reactHooks.configs.flat.recommended.rules,
  'react-hooks/exhaustive-deps': 'error',
  'react-hooks/incompatible-library': 'error',
  'react-hooks/unsupported-syntax': 'error',
  '@typescript-eslint/explicit-module-boundary-types': 'off',
};

const withTypesOf = (tsconfig) => ({
  parserOptions: { project: tsconfig, tsconfigRootDir: resolve(import.meta.dirname, '..', '..') },
});

export default [
  { ignores: ['dist*/', '.tapaamo/', 'coverage/', 'infra/media-worker/build/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      // The Node that reads this file also runs those scripts, so its globals are theirs.
      globals: Object.fromEntries(
        Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']),
      ),
    },
    // Set-up scripts speak to the person at the terminal.
    rules: { ...recommended, ...everywhere, 'no-console': 'off' },
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    languageOptions: withTypesOf('tsconfig.json'),
    rules: { ...everywhere, ...typed, ...restrictSyntax() },
  },
  { files: ['libs/common/src/clock/**'], rules: restrictSyntax('clock') },
  // The browser's clock: the web app may import nothing of libs/common.
  { files: ['apps/web/src/time/clock.ts'], rules: restrictSyntax('clock') },
  { files: ['libs/config/src/load-config.ts'], rules: restrictSyntax('environment') },
  { files: ['**/*.{spec,int-spec,e2e-spec}.ts', 'test/**/*.ts'], rules: tests },
  { files: ['test/**/*.ts'], rules: restrictSyntax('environment', 'parameters') },
  // Programs of a developer's machine speak to the person at the terminal.
  { files: ['apps/dev-*/**'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: withTypesOf('apps/web/tsconfig.json'),
    rules: web,
  },
];

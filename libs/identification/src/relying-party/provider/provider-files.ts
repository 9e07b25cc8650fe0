import { readFile } from 'node:fs/promises';
import { ConfigInvalidError, type Config } from '@tapaamo/config';
import { z } from 'zod';
import { publicKeySetSchema, type PublicKeys } from './public-keys.js';
import { staticMetadataSchema, type StaticMetadata } from './static-metadata.js';

type FileSetting =
  'OIDC_METADATA_FILE' | 'OIDC_PROVIDER_JWKS_FILE' | 'OIDC_PROVIDER_ENTITY_KEYS_FILE';

/** What the operator was handed over about the provider; null where there is no file. */
export class ProviderFiles {
  private constructor(
    readonly metadata: StaticMetadata | null,
    /** The keys it signs tokens with. */
    readonly keys: PublicKeys | null,
    /** The keys that vouch for those. */
    readonly entityKeys: PublicKeys | null,
  ) {}

  /**
   * Reads the files. All that is wrong is told at once, so that nobody mends one to meet the next.
   *
   * @throws ConfigInvalidError naming every file that is missing or not usable, and settings that contradict each other.
   */
  static async load(config: Config): Promise<ProviderFiles> {
    const problems: string[] = [...contradictions(config)];
    const read = async <T>(setting: FileSetting, schema: z.ZodType<T>): Promise<T | null> => {
      try {
        const file = config[setting];
        return file === '' ? null : schema.parse(JSON.parse(await readFile(file, 'utf8')));
      } catch (error) {
        problems.push(...problemsOf(error).map((problem) => `${setting} ${problem}`));
        return null;
      }
    };
    const files = new ProviderFiles(
      await read('OIDC_METADATA_FILE', staticMetadataSchema(config)),
      await read('OIDC_PROVIDER_JWKS_FILE', publicKeySetSchema),
      await read('OIDC_PROVIDER_ENTITY_KEYS_FILE', publicKeySetSchema),
    );
    if (problems.length > 0) {
      throw new ConfigInvalidError(problems);
    }
    return files;
  }
}

/** The provider's keys come from one place, and a signed key set is worth nothing without what it is signed with. */
function* contradictions(config: Config): Iterable<string> {
  const isSigned = config.OIDC_PROVIDER_SIGNED_JWKS_URL !== '';
  if (isSigned && config.OIDC_PROVIDER_ENTITY_KEYS_FILE === '') {
    yield 'OIDC_PROVIDER_ENTITY_KEYS_FILE must name a file: OIDC_PROVIDER_SIGNED_JWKS_URL is checked by it.';
  }
  if (!isSigned && config.OIDC_PROVIDER_ENTITY_KEYS_FILE !== '') {
    yield 'OIDC_PROVIDER_SIGNED_JWKS_URL must be set: OIDC_PROVIDER_ENTITY_KEYS_FILE vouches for nothing else.';
  }
  if (isSigned && config.OIDC_PROVIDER_JWKS_FILE !== '') {
    yield 'OIDC_PROVIDER_JWKS_FILE must be empty: the keys come from OIDC_PROVIDER_SIGNED_JWKS_URL.';
  }
}

/** A reason by code or by field; what a file holds reaches no log. */
function problemsOf(error: unknown): string[] {
  return error instanceof z.ZodError
    ? error.issues.map(({ path, message }) => `is not usable (${path.join('.')}: ${message}).`)
    : [`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'not JSON'}).`];
}

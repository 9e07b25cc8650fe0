import { configSchema } from './config.schema.js';

/**
 * The example file of all settings, generated from the schema (`infra/.env.example`).
 * A setting without a default is shown empty: it has to be given.
 */
export function envExample(): string {
  const entries = Object.entries(configSchema.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined);
    const value = fallback.success ? [fallback.data].flat().join(' ') : '';
    return `# ${schema.description ?? ''}\n${name}=${value.includes(' ') ? JSON.stringify(value) : value}\n`;
  });
  return `# All settings of Tapaamo with their defaults. Generated from libs/config; change them there.\n\n${entries.join('\n')}`;
}

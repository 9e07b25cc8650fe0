// Writes infra/.env.example from the schema of the settings. Build first, then:
// node infra/quality/write-env-example.mjs
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..', '..');
const built = resolve(ROOT, 'dist', 'libs', 'config', 'src', 'env-example.js');

if (existsSync(built)) {
  const { envExample } = await import(pathToFileURL(built).href);
  writeFileSync(resolve(ROOT, 'infra', '.env.example'), envExample());
} else {
  console.error('There is no build to read the settings from. Run "npm start" or "npm test" once.');
  process.exitCode = 1;
}

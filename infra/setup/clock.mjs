// Sets the clock of a running demo ahead, so that one can watch a month pass.
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const dataDir = resolve(process.env.DATA_DIR || '.tapaamo');
const [, amount, unit] = /^(\d{1,5})([mhd])?$/.exec(process.argv[2] ?? '') ?? [];

if (amount === undefined || (unit === undefined && amount !== '0')) {
  console.error(
    'Say how far ahead the clock shall be: for example 90m, 12h or 32d; 0 sets it right again.',
  );
  process.exit(1);
}
if (!existsSync(dataDir)) {
  console.error(
    `There is no demo in ${dataDir}. Start it with "npm start" first, or set DATA_DIR.`,
  );
  process.exit(1);
}
const shift = Number(amount) * (UNITS[unit] ?? 0);
writeFileSync(join(dataDir, 'clock'), String(shift));
const now = new Date(Date.now() + shift).toLocaleString('fi-FI', { timeZone: 'Europe/Helsinki' });
console.log(
  `The demo's clock now shows ${now}. What is due is hidden at once and erased within half a minute.`,
);

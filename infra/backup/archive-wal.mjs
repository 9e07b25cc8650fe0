import { copyFile, open, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';

// PostgreSQL's archive_command: `node infra/backup/archive-wal.mjs "%p" <folder>`. A file is there whole and durable, or not
// at all; one that is there already and differs is another server's, and is never written over.
const [from = '', folder = ''] = process.argv.slice(2);
const place = join(folder, basename(from));

const there = await readFile(place).catch((error) => {
  if (error.code !== 'ENOENT') {
    throw error;
  }
  return null;
});
if (there === null) {
  await copyFile(from, `${place}.incoming`);
  const file = await open(`${place}.incoming`, 'r+');
  await file.sync();
  await file.close();
  await rename(`${place}.incoming`, place);
  const parent = await open(folder, 'r');
  await parent.sync();
  await parent.close();
} else if (!there.equals(await readFile(from))) {
  console.error(`${place} is there already, and is another.`);
  process.exitCode = 1;
}

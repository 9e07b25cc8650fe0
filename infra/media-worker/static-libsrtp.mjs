import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from '../setup/command.mjs';

/**
 * Builds libsrtp from the distribution's source package on OpenSSL. The distribution's own binary uses
 * NSS, which costs the worker 8 to 30 % more CPU time.
 *
 * @param {string} folder Where to build; made and emptied here.
 * @returns {Promise<{ library: string, include: string }>}
 */
export async function buildStaticLibsrtp(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'partial'), { recursive: true });
  await fetchSource(folder);
  const unpacked = readdirSync(folder, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && entry.name.startsWith('libsrtp2-'),
  );
  if (!unpacked) {
    throw new Error('the source package did not unpack');
  }
  const source = join(folder, unpacked.name);
  // Unlike the compiler's default this matches what distributions use for network-facing libraries.
  const env = { ...process.env, CFLAGS: '-O2 -fPIC -fstack-protector-strong -D_FORTIFY_SOURCE=2' };
  await runCommand('./configure', ['--enable-openssl'], { cwd: source, env });
  await runCommand('make', ['-j2', 'libsrtp2.a'], { cwd: source, env });
  const include = join(folder, 'include');
  cpSync(join(source, 'include'), join(include, 'srtp2'), { recursive: true });
  return { library: join(source, 'libsrtp2.a'), include };
}

/**
 * Fetches the source package with package lists of our own: the system's have no sources as a rule,
 * and they are not ours to change.
 * @param {string} folder
 */
async function fetchSource(folder) {
  const lists = join(folder, 'lists');
  const parts = join(folder, 'sources');
  mkdirSync(join(lists, 'partial'), { recursive: true });
  mkdirSync(parts);
  for (const file of systemSources()) {
    const text = readFileSync(file, 'utf8')
      .replace(/^Types:.*$/gm, 'Types: deb-src')
      .replace(/^deb\s/gm, 'deb-src ');
    writeFileSync(join(parts, basename(file)), text);
  }
  const own = [
    `Dir::Etc::sourcelist=/dev/null`,
    `Dir::Etc::sourceparts=${parts}`,
    `Dir::State::lists=${lists}`,
    // As root apt would drop to a user that cannot write below a private home.
    'APT::Sandbox::User=root',
  ].flatMap((setting) => ['-o', setting]);
  await runCommand('apt-get', [...own, 'update'], { cwd: folder });
  await runCommand('apt-get', [...own, 'source', 'libsrtp2'], { cwd: folder });
}

function systemSources() {
  const folder = '/etc/apt/sources.list.d';
  const parts = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return [...parts, '/etc/apt/sources.list'].filter(
    (file) => /\.(sources|list)$/.test(file) && existsSync(file),
  );
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand } from '../command.mjs';
import { step } from '../progress.mjs';
import { COMPILE_CACHE } from '../supervisor/settings.mjs';
import { packagesHash } from './install-packages.mjs';
import { sourceHash } from './source-hash.mjs';

const FIX = 'correct what the lines above name, then try again.';

/**
 * Builds the servers and the web app, each only when its sources have changed. Results are made beside
 * dist/ and renamed into it, and the stamp is written last: an interrupted build is made again, and
 * what runs from dist/ meanwhile never finds half a build.
 * @param {string} root
 */
export async function buildAll(root) {
  const seed = packagesHash(root);
  await build(root, {
    title: 'Building the servers',
    usually: '5 seconds',
    stamp: join(root, 'dist', '.server-stamp'),
    hash: sourceHash(root, ['apps', 'libs', 'tsconfig.json', 'nest-cli.json'], {
      except: ['apps/web'],
      seed,
    }),
    parts: ['apps', 'libs'],
    compile: compileServers,
  });
  if (!existsSync(join(root, 'apps', 'web'))) {
    return;
  }
  await build(root, {
    title: 'Building the web app',
    usually: '10 seconds',
    stamp: join(root, 'dist', '.web-stamp'),
    hash: sourceHash(root, ['apps/web', 'libs/contracts'], { seed }),
    parts: ['web'],
    compile: compileWeb,
  });
}

async function build(root, { title, usually, stamp, hash, parts, compile }) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return;
  }
  // A sibling of dist/, at the same depth: source maps and relative imports stay right after the move.
  const incoming = join(root, 'dist.incoming');
  await step(title, usually, async () => {
    rmSync(incoming, { recursive: true, force: true });
    mkdirSync(incoming);
    await compile(root, incoming);
    rmSync(stamp, { force: true });
    rmSync(join(root, COMPILE_CACHE), { recursive: true, force: true });
    mkdirSync(join(root, 'dist'), { recursive: true });
    for (const part of parts) {
      replaceFolder(join(incoming, part), join(root, 'dist', part));
    }
    writeFileSync(stamp, hash);
    rmSync(incoming, { recursive: true, force: true });
  });
}

/** @param {string} from @param {string} to */
function replaceFolder(from, to) {
  const old = `${to}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(to)) {
    renameSync(to, old);
  }
  if (existsSync(from)) {
    renameSync(from, to);
  }
  rmSync(old, { recursive: true, force: true });
}

/** Nest takes the output folder from a tsconfig only, so it gets one that differs in just that. */
async function compileServers(root, incoming) {
  const config = join(incoming, 'tsconfig.json');
  const options = { outDir: '.', rootDir: '..', tsBuildInfoFile: 'tsbuildinfo' };
  writeFileSync(config, JSON.stringify({ extends: '../tsconfig.json', compilerOptions: options }));
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  await runCommand(
    process.execPath,
    [nest, 'build', '--all', '--silent', '--path', relative(root, config)],
    {
      cwd: root,
      exclusive: join(root, '.tapaamo', 'setup', 'build.running'),
      failure: 'The servers could not be built.',
      fix: FIX,
    },
  );
}

async function compileWeb(root, incoming) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const output = ['--outDir', join(incoming, 'web'), '--emptyOutDir', '--logLevel', 'warn'];
  await runCommand(process.execPath, [vite, 'build', join(root, 'apps', 'web'), ...output], {
    cwd: root,
    exclusive: join(root, '.tapaamo', 'setup', 'build.running'),
    failure: 'The web app could not be built.',
    fix: FIX,
  });
}

// What "npm start", "npm test", "npm run bench" and "npm run test:<guards|faults|fuzz|grid>" run first:
// node infra/setup/main.mjs <start|test|bench|guards|faults|fuzz|grid>
//
// This part runs on whatever Node the machine has, before anything is installed, so it only installs
// the npm packages; the project's own Node, which comes with them, does the rest (prepare.mjs).
// Modules are imported after the version check, which must work on a Node that is far too old.

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`✗ Tapaamo needs Node 20.19 or later to start; this is ${process.versions.node}.`);
  console.error('  How to fix it: install a current Node (https://nodejs.org), then try again.');
  process.exit(1);
}

const { bootstrap } = await import('./bootstrap.mjs');
process.exitCode = await bootstrap(process.argv.slice(2));

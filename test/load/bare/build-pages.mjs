// Bundles the bare pages: build-pages.mjs <folder for the result>
//
// A process of its own, because Vite sets NODE_ENV for the whole process it runs in, and the product would take that
// for production.
import { join } from 'node:path';
import { build } from 'vite';

const PAGES = join(import.meta.dirname, 'pages');

await build({
  root: PAGES,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: process.argv[2],
    emptyOutDir: true,
    target: 'chrome111',
    rolldownOptions: { input: [join(PAGES, 'meeting.html'), join(PAGES, 'alone.html')] },
  },
});

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.js';

const contracts = fileURLToPath(new URL('../../libs/contracts/src/index.ts', import.meta.url));

export default defineConfig({
  plugins: [react(), precompress()],
  resolve: { alias: { '@tapaamo/contracts': contracts } },
  build: {
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    // The policy of the page allows no `data:` fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: {
        // Schemas are built at the top of the contract's files. A page that uses only its words leaves them and zod out.
        moduleSideEffects: (id) => !id.includes('/libs/contracts/'),
        manualPureFunctions: ['z', 'slip', 'suspicious', 'outage', 'plainText'],
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
});

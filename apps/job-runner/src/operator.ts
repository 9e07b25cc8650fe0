import 'reflect-metadata';
import { loadConfig } from '@tapaamo/config';
import { operate } from './operator/operate.js';

// The operator's command: `npm run operator -- --help`.
const { text, exitCode } = await operate(process.argv.slice(2), () => loadConfig());
(exitCode === 1 ? process.stderr : process.stdout).write(text);
process.exitCode = exitCode;

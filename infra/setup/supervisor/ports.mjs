import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup-error.mjs';
import { portHolder } from './port-holder.mjs';

/** What each port is for, in the words of the message about it. */
const PURPOSE = {
  API_PORT: 'the web app',
  MEETING_PORT: 'meetings',
  JOB_RUNNER_PORT: "the job runner's health page",
  IDENTITY_PROVIDER_PORT: 'the development identity provider',
  CATCHER_PORT: 'the mail and SMS catcher',
  SMTP_PORT: "the mail catcher's SMTP",
  POSTGRES_PORT: 'the embedded PostgreSQL',
  KEY_POSTGRES_PORT: 'the embedded PostgreSQL with the keys',
  MEDIA_PORT_BASE: 'audio and video',
};

/** After a killed run its processes end within this time, or their guard ends them. */
const LEFTOVERS_MS = 8000;

/**
 * Checks the ports; after a killed run those of its processes get free by themselves.
 * @param {import('./settings.mjs').Settings} settings
 * @param {boolean} endedBadly
 */
export async function waitForPorts(settings, endedBadly) {
  const until = performance.now() + (endedBadly ? LEFTOVERS_MS : 0);
  for (;;) {
    try {
      return await checkPorts(settings);
    } catch (error) {
      if (performance.now() >= until) {
        throw error;
      }
    }
    await sleep(200);
  }
}

/**
 * Refuses to start when a port is taken, before anything has been started.
 * @param {import('./settings.mjs').Settings} settings
 */
async function checkPorts(settings) {
  const taken = [];
  for (const { setting, port, protocol } of wantedPorts(settings)) {
    if (await isFree(port, settings.host, protocol)) {
      continue;
    }
    const holder = portHolder(port, protocol);
    taken.push({
      setting,
      text: `Port ${port}, wanted for ${PURPOSE[setting]}, is taken${holder ? ` by ${holder}` : ''}.`,
    });
  }
  if (taken.length === 0) {
    return;
  }
  const settingNames = [...new Set(taken.map(({ setting }) => setting))].join(', ');
  throw new SetupError(taken.map(({ text }) => text).join('\n  '), {
    fix: `stop what holds it, or choose another port with ${settingNames}, as in "${taken[0].setting}=${otherPort(settings, taken[0].setting)} npm start".`,
  });
}

/** @param {import('./settings.mjs').Settings} settings */
function wantedPorts({ ports, mediaWorkers, databaseUrl, keyDatabaseUrl }) {
  const elsewhere = { POSTGRES_PORT: databaseUrl, KEY_POSTGRES_PORT: keyDatabaseUrl };
  const wanted = [];
  for (const [setting, port] of Object.entries(ports)) {
    if (elsewhere[setting]) {
      continue;
    }
    if (setting !== 'MEDIA_PORT_BASE') {
      wanted.push({ setting, port, protocol: 'tcp' });
      continue;
    }
    for (let worker = 0; worker < mediaWorkers; worker += 1) {
      for (const protocol of ['udp', 'tcp']) {
        wanted.push({ setting, port: port + worker, protocol });
      }
    }
  }
  return wanted;
}

const otherPort = ({ ports }, setting) =>
  ports[setting] + (ports[setting] < 55_000 ? 10_000 : -10_000);

/** @param {number} port @param {string} host @param {string} protocol */
function isFree(port, host, protocol) {
  return new Promise((done) => {
    const probe = protocol === 'udp' ? createSocket('udp4') : createServer();
    probe.once('error', () => done(false));
    const free = () => probe.close(() => done(true));
    if (protocol === 'udp') {
      probe.bind(port, host, free);
    } else {
      probe.listen(port, host, free);
    }
  });
}

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';

/**
 * Which process holds a port, as far as /proc shows it to this user.
 * @param {number} port
 * @param {'tcp' | 'udp' | string} protocol
 * @returns {string | undefined} As "process 123 (node server.js)".
 */
export function portHolder(port, protocol) {
  const inodes = new Set([protocol, `${protocol}6`].flatMap((table) => socketInodes(table, port)));
  if (inodes.size === 0) {
    return undefined;
  }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (socketsOf(pid).some((inode) => inodes.has(inode))) {
      return `process ${pid} (${commandOf(pid)})`;
    }
  }
  return 'a process of another user';
}

/** @param {string} table @param {number} port */
function socketInodes(table, port) {
  return read(`/proc/net/${table}`)
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => {
      const held = Number.parseInt(local?.split(':')[1] ?? '', 16) === port;
      return held && (table.startsWith('udp') || state === LISTENING);
    })
    .map((fields) => fields[9]);
}

/** @param {string} pid */
function socketsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`)
      .map((fd) => linkTarget(`/proc/${pid}/fd/${fd}`).match(/^socket:\[(\d+)\]$/)?.[1])
      .filter(Boolean);
  } catch {
    return [];
  }
}

/** @param {string} path */
function linkTarget(path) {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** @param {string} pid */
function commandOf(pid) {
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  return command.length > 80 ? `${command.slice(0, 77)}...` : command;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

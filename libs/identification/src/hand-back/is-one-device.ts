import type { BrowserKind, SystemFamily } from '@tapaamo/contracts';

/** Systems that one device may name in two browsers: an iPad says Macintosh, Android says Linux when asked for the desktop's page. */
const SAME: readonly (readonly SystemFamily[])[] = [
  ['ios', 'macos'],
  ['android', 'linux'],
];

/**
 * Whether two browsers may be on one device. A bank's app returns on the device where it was asked; a link that was sent to
 * somebody else mostly does not. What does not tell its system may be on any: this is one obstacle of several, and whoever
 * wants to can name another system.
 */
export function isOneDevice(one: BrowserKind, other: BrowserKind): boolean {
  const systems = [one.system, other.system] as const;
  return (
    one.system === other.system ||
    systems.includes('other') ||
    SAME.some((names) => systems.every((system) => names.includes(system)))
  );
}

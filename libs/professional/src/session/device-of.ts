import type { BrowserFamily, SystemFamily } from '@tapaamo/contracts';

/** What a person needs to know a session again, and no more: nothing by which a device could be followed. */
export interface Device {
  browser: BrowserFamily;
  system: SystemFamily;
}

/** In this order: Edge also says Chrome, Chrome also says Safari. */
const BROWSERS: readonly [RegExp, BrowserFamily][] = [
  [/Edg(A|iOS)?\//, 'edge'],
  [/Firefox\/|FxiOS\//, 'firefox'],
  [/Chrome\/|CriOS\//, 'chrome'],
  [/Safari\//, 'safari'],
];

/** In this order: Android also says Linux, an iPhone also says Mac OS X. */
const SYSTEMS: readonly [RegExp, SystemFamily][] = [
  [/Android/, 'android'],
  [/iPhone|iPad/, 'ios'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'macos'],
  [/Linux|CrOS/, 'linux'],
];

/** Families of the browser and the system that a `User-Agent` names. */
export function deviceOf(agent: string): Device {
  return { browser: familyOf(BROWSERS, agent), system: familyOf(SYSTEMS, agent) };
}

function familyOf<Family extends string>(
  families: readonly [RegExp, Family][],
  agent: string,
): Family | 'other' {
  return families.find(([pattern]) => pattern.test(agent))?.[1] ?? 'other';
}

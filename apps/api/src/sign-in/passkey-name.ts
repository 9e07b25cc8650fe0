import type { BrowserFamily, SystemFamily } from '@tapaamo/contracts';
import { deviceOf } from '@tapaamo/professional';
import type { Request } from 'express';

const BROWSERS: Record<BrowserFamily, string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  other: '',
};
const SYSTEMS: Record<SystemFamily, string> = {
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  android: 'Android',
  ios: 'iOS',
  other: '',
};

/** What a new passkey is called until its owner calls it something: where it was made. The same in every language. */
export function passkeyName(request: Request): string {
  const { browser, system } = deviceOf(request.headers['user-agent'] ?? '');
  const parts = [BROWSERS[browser], SYSTEMS[system]].filter((part) => part !== '');
  return parts.length === 0 ? 'Passkey' : parts.join(', ');
}

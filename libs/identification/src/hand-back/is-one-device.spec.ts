import type { SystemFamily } from '@tapaamo/contracts';
import { isOneDevice } from './is-one-device.js';

const on = (system: SystemFamily) => ({ browser: 'other', system }) as const;

it.each<[SystemFamily, SystemFamily, boolean]>([
  ['ios', 'ios', true],
  ['ios', 'macos', true],
  ['linux', 'android', true],
  ['other', 'windows', true],
  ['android', 'ios', false],
  ['windows', 'ios', false],
  ['macos', 'linux', false],
])('of %s and %s it is %s that they may be one device', (one, other, may) => {
  expect(isOneDevice(on(one), on(other))).toBe(may);
  expect(isOneDevice(on(other), on(one))).toBe(may);
});

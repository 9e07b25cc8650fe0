import type { DeviceState } from '@tapaamo/contracts';
import { deviceCheckOf, waysOn } from './device-check.js';

function state(camera: DeviceState | 'unknown', microphone: DeviceState | 'unknown') {
  const device = (deviceState: DeviceState | 'unknown') => ({
    state: deviceState,
    track: undefined,
    on: true,
  });
  return { camera: device(camera), microphone: device(microphone), opening: false };
}

const names = (...states: Parameters<typeof state>) =>
  waysOn(state(...states), true).map(({ text }) => text);

describe('ways on from the device test', () => {
  it('lets an untried test be skipped', () => {
    expect(waysOn(state('unknown', 'unknown'), false).map(({ text }) => text)).toEqual(['skip']);
  });

  it('goes on with both when both work', () => {
    expect(names('works', 'works')).toEqual(['continue', 'withoutCamera', 'watchOnly']);
  });

  it.each(['refused', 'missing', 'broken'] as const)('goes on without a %s camera', (camera) => {
    expect(names(camera, 'works')).toEqual(['withoutCamera', 'watchOnly']);
  });

  it('goes on watching and listening when nothing works', () => {
    expect(names('refused', 'refused')).toEqual(['watchOnly']);
  });
});

describe('result of the device test', () => {
  it('is told when both were tried', () => {
    expect(deviceCheckOf(state('works', 'missing'))).toEqual({
      camera: 'works',
      microphone: 'missing',
    });
  });

  it('is not told before', () => {
    expect(deviceCheckOf(state('works', 'unknown'))).toBeUndefined();
  });
});

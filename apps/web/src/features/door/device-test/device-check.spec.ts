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

const CAMERA_ONLY = { camera: true, microphone: false };
const NOTHING = { camera: false, microphone: false };

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
    expect(deviceCheckOf(state('works', 'missing'), CAMERA_ONLY)).toEqual({
      camera: 'works',
      microphone: 'missing',
    });
  });

  it('is not told before', () => {
    expect(deviceCheckOf(state('works', 'unknown'), CAMERA_ONLY)).toBeUndefined();
  });

  it('is not told as working of devices that are not taken along', () => {
    expect(deviceCheckOf(state('works', 'works'), NOTHING)).toBeUndefined();
  });

  it('is told when nothing is taken along because nothing works', () => {
    expect(deviceCheckOf(state('refused', 'missing'), NOTHING)).toEqual({
      camera: 'refused',
      microphone: 'missing',
    });
  });
});

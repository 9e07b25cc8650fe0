import type { DeviceState } from '@tapaamo/contracts';
import { deviceCheckOf, resultOf, waysOn } from './device-check.js';

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

  it('turns nothing on that was turned off, and offers no way twice', () => {
    const both = state('works', 'works');
    expect(waysOn(both, true, CAMERA_ONLY)).toEqual([
      { text: 'continue', wishes: CAMERA_ONLY },
      { text: 'withoutCamera', wishes: NOTHING },
    ]);
    expect(waysOn(both, true, NOTHING)).toEqual([{ text: 'continue', wishes: NOTHING }]);
    expect(waysOn(both, false, NOTHING)).toEqual([{ text: 'skip', wishes: NOTHING }]);
  });

  it('goes on watching and listening when nothing works', () => {
    expect(names('refused', 'refused')).toEqual(['watchOnly']);
  });
});

describe('result of the device test', () => {
  const none = { silent: false, speaker: null, connection: null };
  const told = { speaker: null, connection: null };

  it('is told when both were tried', () => {
    expect(deviceCheckOf(state('works', 'missing'), CAMERA_ONLY, none)).toEqual({
      camera: 'works',
      microphone: 'missing',
      ...told,
    });
  });

  it('is not told before', () => {
    expect(deviceCheckOf(state('works', 'unknown'), CAMERA_ONLY, none)).toBeUndefined();
    expect(resultOf(state('works', 'unknown'), none)).toBeUndefined();
  });

  it('is not told as working of devices that are not taken along', () => {
    expect(deviceCheckOf(state('works', 'works'), NOTHING, none)).toBeUndefined();
  });

  it('is told when nothing is taken along because nothing works', () => {
    expect(deviceCheckOf(state('refused', 'missing'), NOTHING, none)).toEqual({
      camera: 'refused',
      microphone: 'missing',
      ...told,
    });
  });

  it('tells of a microphone that opens and gives no sound, of the loudspeaker and of the line', () => {
    const connection = {
      way: 'tcp',
      upKbps: 900,
      downKbps: 800,
      lossPercent: 0,
      roundTripMs: 30,
    } as const;
    const findings = { silent: true, speaker: 'not-heard', connection } as const;
    expect(resultOf(state('works', 'works'), findings)).toEqual({
      camera: 'works',
      microphone: 'silent',
      speaker: 'not-heard',
      connection,
    });
    expect(resultOf(state('works', 'missing'), findings)?.microphone).toBe('missing');
  });
});

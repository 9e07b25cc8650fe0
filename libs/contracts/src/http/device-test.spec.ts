import {
  connectionFindingOf,
  deviceCheckSchema,
  deviceFaultsOf,
  type ConnectionCheck,
  type DeviceCheck,
} from './device-test.js';

const LINE: ConnectionCheck = {
  way: 'udp',
  upKbps: 1_200,
  downKbps: 1_100,
  lossPercent: 0,
  roundTripMs: 40,
};
const WELL: DeviceCheck = {
  camera: 'works',
  microphone: 'works',
  speaker: 'heard',
  connection: LINE,
};

describe('a measured line', () => {
  it.each<[string, Partial<ConnectionCheck>, string]>([
    ['a good one', {}, 'good'],
    ['one over TCP', { way: 'tcp' }, 'good'],
    ['one through a relay', { way: 'relay' }, 'good'],
    ['a narrow way up', { upKbps: 499 }, 'weak'],
    ['a narrow way down', { downKbps: 499 }, 'weak'],
    ['some loss', { lossPercent: 4 }, 'weak'],
    ['a far one', { roundTripMs: 301 }, 'weak'],
    ['one for speech alone', { upKbps: 149 }, 'poor'],
    ['much loss', { lossPercent: 11 }, 'poor'],
    ['one of a second', { roundTripMs: 1_000 }, 'poor'],
    ['none', { way: 'none', upKbps: 0, downKbps: 0 }, 'failed'],
  ])('is judged by the worst that it has: %s', (_, change, finding) => {
    expect(connectionFindingOf({ ...LINE, ...change })).toBe(finding);
  });
});

describe('a result', () => {
  it('without a fault is all well, also where something was not tried', () => {
    expect(deviceFaultsOf(WELL)).toEqual([]);
    expect(deviceFaultsOf({ ...WELL, speaker: null, connection: null })).toEqual([]);
  });

  it('tells its faults, speech before the picture', () => {
    const connection = { ...LINE, way: 'none' as const };
    const check = { camera: 'refused', microphone: 'silent', speaker: 'not-heard', connection };
    expect(deviceFaultsOf(check as DeviceCheck)).toEqual([
      'microphone_silent',
      'speaker_not-heard',
      'camera_refused',
      'connection_failed',
    ]);
  });

  it('takes no name of a device and no address', () => {
    expect(deviceCheckSchema.safeParse({ ...WELL, label: 'Iso kamera' }).success).toBe(false);
    const connection = { ...LINE, address: '192.0.2.1' };
    expect(deviceCheckSchema.safeParse({ ...WELL, connection }).success).toBe(false);
  });
});

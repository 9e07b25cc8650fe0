import { jest } from '@jest/globals';
import { Device, FakeHandler, testFakeParameters } from 'mediasoup-client';
import type { types } from 'mediasoup-client';
import { Chrome111 } from 'mediasoup-client/handlers/Chrome111';
import { ownDevice, prepareOwnDevice } from './own-device.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const routerRtpCapabilities = testFakeParameters.generateRouterRtpCapabilities();

describe('what this browser can', () => {
  const asked: string[] = [];
  let failures = 0;

  beforeAll(() => {
    jest
      .spyOn(Device, 'factory')
      .mockResolvedValue({ handlerName: 'Chrome111' } as unknown as types.Device);
    const fake = FakeHandler.createFactory(testFakeParameters);
    jest.spyOn(Chrome111, 'createFactory').mockReturnValue({
      ...fake,
      getNativeRtpCapabilities: async (options) => {
        asked.push(options.direction);
        if (failures > 0) {
          failures -= 1;
          throw new Error('no connection');
        }
        return fake.getNativeRtpCapabilities(options);
      },
    });
  });

  afterAll(() => {
    jest.restoreAllMocks();
  });

  it('is asked once, before it is needed, and again only where there was no answer', async () => {
    failures = 1;
    prepareOwnDevice();
    prepareOwnDevice();
    await settled();
    expect(asked).toEqual(['recvonly', 'sendonly']);

    const [one, other] = await Promise.all([ownDevice(), ownDevice()]);
    await one.load({ routerRtpCapabilities });
    await other.load({ routerRtpCapabilities });
    expect(asked).toEqual(['recvonly', 'sendonly', 'recvonly']);
    expect(other).not.toBe(one);
    expect(other.recvRtpCapabilities).toEqual(one.recvRtpCapabilities);
    expect(one.recvRtpCapabilities.codecs).not.toHaveLength(0);
  });
});

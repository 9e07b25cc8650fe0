import { jest } from '@jest/globals';
import type { Clock } from '@tapaamo/common';
import { MediaRoom, type WorkerPool } from '@tapaamo/media';
import type { Meetings } from '../registry/meetings.service.js';
import { MOST_TEST_PLACES, TEST_LIFE_MS, TestPlaces } from './test-places.service.js';

const claims = {
  ...{ organisationId: 'organisation', visitId: 'visit' },
  ...{ participantId: 'client', sessionId: 'mine' },
};

describe('a place to test devices', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    const room = { once: () => undefined, close: () => undefined };
    const addParticipant = async () => ({ close: () => undefined });
    jest
      .spyOn(MediaRoom, 'create')
      .mockResolvedValue({ ...room, addParticipant } as unknown as MediaRoom);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const placesOfNode = () =>
    new TestPlaces(
      { load: 0 } as WorkerPool,
      { isStopping: false } as Meetings,
      { nowMs: () => 1 } as Clock,
    );
  const lineWith = (disconnect: () => void) => ({
    id: 'line',
    notify: () => undefined,
    disconnect,
  });
  const open = async () => {
    const places = placesOfNode();
    const disconnect = jest.fn();
    return { places, place: await places.open(claims, lineWith(disconnect)), disconnect };
  };

  it('lives for some minutes at most', async () => {
    const { disconnect } = await open();
    jest.advanceTimersByTime(TEST_LIFE_MS - 1);
    expect(disconnect).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(disconnect).toHaveBeenCalledTimes(1);
  });

  it('is held by nothing once it has ended', async () => {
    const { places, place } = await open();
    places.close(place);
    expect([places.count, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('is one of one participant, however many they open at once', async () => {
    const places = placesOfNode();
    const opening = Array.from({ length: MOST_TEST_PLACES + 1 }, () =>
      places.open(
        claims,
        lineWith(() => undefined),
      ),
    );
    const another = { ...claims, participantId: 'another' };
    expect(() => places.requireRoom(another)).not.toThrow();
    await Promise.all(opening);
    expect(places.count).toBe(1);
  });
});

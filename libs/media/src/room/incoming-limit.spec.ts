import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { INCOMING_BPS_MAX, IncomingLimit } from './incoming-limit.js';

/** Until libwebrtc no longer takes a limit for the room that there is, in milliseconds. */
const START_PHASE_MS = 2_000;
const LONG_MS = 60_000;

describe('a browser is told how much it may send', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** A path whose limits are noted. */
  const path = () => {
    const told: number[] = [];
    const observer = new EventEmitter();
    const setMaxIncomingBitrate = async (bitsPerSecond: number) => void told.push(bitsPerSecond);
    return { told, observer, limit: new IncomingLimit({ observer, setMaxIncomingBitrate }) };
  };

  it('more than all of a page’s sources take', () => {
    expect(INCOMING_BPS_MAX).toBeGreaterThan(4_000_000);
  });

  it('once it has found out what its line takes, however often it sends more', () => {
    const { told, limit } = path();
    jest.advanceTimersByTime(LONG_MS);
    limit.begin();
    jest.advanceTimersByTime(START_PHASE_MS);
    limit.begin();
    expect(told).toEqual([]);
    jest.advanceTimersByTime(LONG_MS);
    expect(told).toEqual([INCOMING_BPS_MAX]);
  });

  it('not while it finds out on another path', () => {
    const { told, limit } = path();
    limit.pathChanged();
    jest.advanceTimersByTime(LONG_MS);
    limit.begin();
    jest.advanceTimersByTime(LONG_MS);
    limit.pathChanged();
    jest.advanceTimersByTime(START_PHASE_MS);
    expect(told).toEqual([INCOMING_BPS_MAX, 0]);
    limit.pathChanged();
    jest.advanceTimersByTime(START_PHASE_MS);
    expect(told).toEqual([INCOMING_BPS_MAX, 0]);
    jest.advanceTimersByTime(LONG_MS);
    expect(told).toEqual([INCOMING_BPS_MAX, 0, INCOMING_BPS_MAX]);
  });

  it('nothing when its way is closed', () => {
    const { told, observer, limit } = path();
    limit.begin();
    observer.emit('close');
    jest.advanceTimersByTime(LONG_MS);
    expect(told).toEqual([]);
  });
});

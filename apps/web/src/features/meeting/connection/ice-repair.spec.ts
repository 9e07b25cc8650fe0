import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import type { types } from 'mediasoup-client';
import { IceRepair } from './ice-repair.js';
import { SignallingRefusal } from './signalling-refusal.js';

/** A transport whose browser tells what the test says. */
class Path extends EventEmitter {
  connectionState = 'new';
  closed = false;
  pair = { bytesReceived: 0, responsesReceived: 0, requestsSent: 0 };

  getStats() {
    const transport = { type: 'transport', selectedCandidatePairId: 'pair' };
    return Promise.resolve(
      new Map<string, object>([
        ['transport', transport],
        ['pair', { ...this.pair }],
      ]),
    );
  }

  become(state: string): void {
    this.connectionState = state;
    this.emit('connectionstatechange', state);
  }
}

describe('a path that stands', () => {
  const path = new Path();
  const onSilence = jest.fn();
  const repair = new IceRepair({
    transport: path as unknown as types.Transport,
    restartIce: () => new Promise(() => undefined),
    onSilence,
    onRenewed: () => undefined,
    onGiveUp: () => undefined,
  });

  beforeEach(() => {
    jest.useFakeTimers();
    onSilence.mockClear();
    path.become('connected');
  });

  afterEach(() => {
    repair.stop();
    jest.useRealTimers();
  });

  async function pass(seconds: number, each: () => void): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      each();
      await jest.advanceTimersByTimeAsync(1_000);
    }
  }

  it('is left alone while something comes', async () => {
    await pass(20, () => {
      path.pair.bytesReceived += 100;
      path.pair.requestsSent += 1;
    });
    expect(onSilence).not.toHaveBeenCalled();
  });

  it('is told of within four seconds when nothing comes any more', async () => {
    await pass(4, () => {
      path.pair.requestsSent += 1;
    });
    expect(onSilence).toHaveBeenCalledTimes(1);
    expect(onSilence).toHaveBeenCalledWith('unanswered');
    expect(repair.isSilent).toBe(true);
  });

  it('is not listened to when the browser has told of its loss, or it is over', async () => {
    path.become('disconnected');
    await pass(10, () => {
      path.pair.requestsSent += 1;
    });
    path.become('connected');
    path.become('closed');
    await pass(10, () => {
      path.pair.requestsSent += 1;
    });
    expect(onSilence).not.toHaveBeenCalled();
  });
});

describe('a path that is lost together with the line to the node', () => {
  it('is asked for anew as soon as the line is back', async () => {
    const path = new Path();
    const answers: (() => Promise<never>)[] = [
      () => Promise.reject(new SignallingRefusal('no-line')),
      () => new Promise(() => undefined),
    ];
    const restartIce = jest.fn(() => answers.shift()!());
    const repair = new IceRepair({
      transport: path as unknown as types.Transport,
      restartIce,
      onSilence: () => undefined,
      onRenewed: () => undefined,
      onGiveUp: () => undefined,
    });
    jest.useFakeTimers();
    path.become('connected');
    repair.resume();
    await jest.advanceTimersByTimeAsync(10);
    expect(restartIce).not.toHaveBeenCalled();
    repair.now();
    await jest.advanceTimersByTimeAsync(10);
    repair.resume();
    await jest.advanceTimersByTimeAsync(10);
    expect(restartIce).toHaveBeenCalledTimes(2);
    repair.stop();
    jest.useRealTimers();
  });
});

import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import type { types } from 'mediasoup';
import { askForWholePictures } from './whole-pictures.js';

/** The part of mediasoup's objects that is listened to. */
class Listened extends EventEmitter {
  readonly observer = new EventEmitter();
}

function consumerOf(
  producerId: string,
  more: Partial<Pick<types.Consumer, 'kind' | 'paused' | 'producerPaused'>> = {},
) {
  const requestKeyFrame = jest.fn(() => Promise.resolve());
  const state = { kind: 'video', paused: false, producerPaused: false, producerId };
  return Object.assign(new Listened(), { ...state, requestKeyFrame, ...more });
}

describe('a whole picture is asked for', () => {
  const room = () => {
    const router = new Listened();
    askForWholePictures(router as unknown as types.Router);
    const path = () => {
      const made = new Listened();
      router.observer.emit('newtransport', made);
      return made;
    };
    return { sending: path(), receiving: path(), other: path() };
  };

  it('of what is received by a path that changed, and of what is sent by it', () => {
    const { sending, receiving, other } = room();
    sending.observer.emit('newproducer', Object.assign(new Listened(), { id: 'camera' }));
    const consumer = consumerOf('camera');
    receiving.observer.emit('newconsumer', consumer);
    other.emit('iceselectedtuplechange');
    expect(consumer.requestKeyFrame).toHaveBeenCalledTimes(0);
    receiving.emit('iceselectedtuplechange');
    expect(consumer.requestKeyFrame).toHaveBeenCalledTimes(1);
    sending.emit('iceselectedtuplechange');
    expect(consumer.requestKeyFrame).toHaveBeenCalledTimes(2);
  });

  it('of nothing that is sound, paused or over', () => {
    const { receiving } = room();
    const quiet = [
      consumerOf('microphone', { kind: 'audio' }),
      consumerOf('camera', { paused: true }),
      consumerOf('camera', { producerPaused: true }),
      consumerOf('camera'),
    ];
    quiet.forEach((consumer) => receiving.observer.emit('newconsumer', consumer));
    quiet[3]!.observer.emit('close');
    receiving.emit('iceselectedtuplechange');
    expect(quiet.map((one) => one.requestKeyFrame.mock.calls.length)).toEqual([0, 0, 0, 0]);
  });
});

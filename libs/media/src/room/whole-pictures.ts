import type { types } from 'mediasoup';
import { askWorker } from '../worker-call.js';

/**
 * Asks senders for a whole picture whenever a path in a room has changed. What was sent meanwhile is lost, and a decoder
 * can go on with a whole picture only; it asks for one by itself, but seconds later.
 *
 * @param router - Of a room that nobody is in yet.
 */
export function askForWholePictures(router: types.Router): void {
  const consumers = new Set<types.Consumer>();
  router.observer.on('newtransport', (transport) => {
    const sources = new Set<string>();
    const received = new Set<types.Consumer>();
    transport.observer.on('newproducer', ({ id, observer }) => {
      sources.add(id);
      observer.once('close', () => sources.delete(id));
    });
    transport.observer.on('newconsumer', (consumer) => {
      const known = [consumers, received];
      known.forEach((set) => set.add(consumer));
      consumer.observer.once('close', () => known.forEach((set) => set.delete(consumer)));
    });
    (transport as types.WebRtcTransport).on('iceselectedtuplechange', () => {
      [...consumers]
        .filter((one) => received.has(one) || sources.has(one.producerId))
        .filter(
          ({ kind, paused, producerPaused }) => kind === 'video' && !paused && !producerPaused,
        )
        // One that is lost is asked for again by the decoder.
        .forEach((one) => void askWorker(() => one.requestKeyFrame()).catch(() => undefined));
    });
  });
}

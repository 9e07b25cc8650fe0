import { EventEmitter } from 'node:events';
import type { types } from 'mediasoup';
import { askWorker } from '../worker-call.js';

/**
 * Listens to the loudness that browsers tell beside the sound, and emits `changed` with the producer of who speaks most,
 * whenever that is somebody else. The sound itself is not listened to.
 */
export class Speakers extends EventEmitter<{ changed: [producerId: string] }> {
  private constructor(private readonly observer: types.ActiveSpeakerObserver) {
    super();
    observer.on('dominantspeaker', ({ producer }) => this.emit('changed', producer.id));
  }

  /** Ends with the room. */
  static async create(router: types.Router): Promise<Speakers> {
    return new Speakers(
      await askWorker(
        () => router.createActiveSpeakerObserver(),
        (late) => late.close(),
      ),
    );
  }

  /** From now on a voice is listened for; until it ends. A failure costs the mark of who speaks, and nothing else. */
  listenTo({ id: producerId, kind }: types.Producer): void {
    if (kind === 'audio') {
      askWorker(() => this.observer.addProducer({ producerId })).catch(() => undefined);
    }
  }
}

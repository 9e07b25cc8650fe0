import { Device } from 'mediasoup-client';
import type { types } from 'mediasoup-client';
import { Chrome74 } from 'mediasoup-client/handlers/Chrome74';
import { Chrome111 } from 'mediasoup-client/handlers/Chrome111';
import { Firefox120 } from 'mediasoup-client/handlers/Firefox120';
import { Safari12 } from 'mediasoup-client/handlers/Safari12';

/** The library's ways to speak with a browser, by the name that it finds for it. */
const HANDLERS: Partial<Record<string, { createFactory(options: object): types.HandlerFactory }>> =
  { Chrome74, Chrome111, Firefox120, Safari12 };

/** Of this browser, once it is known. */
let known: types.HandlerFactory | undefined;

/**
 * A device of mediasoup's for one build of the media. What this browser can send and receive is asked of it once: each
 * answer takes a connection of its own, and a picture would wait for two of them.
 *
 * @throws UnsupportedError of mediasoup-client when it does not know this browser.
 */
export async function ownDevice(): Promise<Device> {
  if (known !== undefined) {
    return new Device({ handlerFactory: known });
  }
  const device = await Device.factory();
  const handler = HANDLERS[device.handlerName];
  if (handler === undefined) {
    return device;
  }
  known ??= remembering(handler.createFactory({}));
  return new Device({ handlerFactory: known });
}

/** Whether what follows was begun. */
let isPrepared = false;

/**
 * Finds out what this browser can while the person waits for the node. Never fails: the meeting itself finds out what is
 * wrong.
 */
export function prepareOwnDevice(): void {
  if (!isPrepared) {
    isPrepared = true;
    void ownDevice()
      .then(() =>
        Promise.all([
          known?.getNativeRtpCapabilities({ direction: 'recvonly' }),
          known?.getNativeRtpCapabilities({ direction: 'sendonly' }),
        ]),
      )
      .catch(() => undefined);
  }
}

/** The same, with answers that are kept; a failure is not. */
function remembering(factory: types.HandlerFactory): types.HandlerFactory {
  const answers = new Map<string, Promise<types.RtpCapabilities>>();
  return {
    ...factory,
    getNativeRtpCapabilities: (options) => {
      const { direction } = options;
      const answer = answers.get(direction) ?? factory.getNativeRtpCapabilities(options);
      answers.set(direction, answer);
      answer.catch(() => answers.delete(direction));
      return answer;
    },
  };
}

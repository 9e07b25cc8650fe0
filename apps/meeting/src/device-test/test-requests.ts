import type { SignallingAnswer, SignallingRequest } from '@tapaamo/contracts';
import { NoTestPlaceError, type TestPlace } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';

/** Carries out one kind of request in a place of a device test. */
export type TestRequest<R extends SignallingRequest = SignallingRequest> = (
  place: TestPlace,
  body: RequestBody<R>,
) => Promise<SignallingAnswer<R>> | SignallingAnswer<R>;

/**
 * What may be asked in a device test: the requests of a meeting that concern one's own media. Nothing else has an answer
 * there: nobody is written to, and there is nothing to leave.
 */
export const TEST_REQUESTS: { readonly [R in SignallingRequest]?: TestRequest<R> } = {
  joinMeeting: async (place, { rtpCapabilities }) => ({
    consumers: await place.join(rtpCapabilities),
  }),
  connectTransport: async (place, { direction, dtlsParameters }) => {
    await place.connectTransport(direction, dtlsParameters);
    return {};
  },
  restartIce: async (place, { direction }) => ({
    iceParameters: await place.restartIce(direction),
  }),
  produce: async (place, { source, ...offer }) => ({
    producerId: await place.produce(source, offer),
  }),
  pauseProducer: async (place, { producerId }) => {
    await place.pauseProducer(producerId);
    return {};
  },
  resumeProducer: async (place, { producerId }) => {
    await place.resumeProducer(producerId);
    return {};
  },
  closeProducer: (place, { producerId }) => {
    place.closeProducer(producerId);
    return {};
  },
  resumeConsumer: async (place, { consumerId }) => {
    await place.resumeConsumer(consumerId);
    return {};
  },
  pauseConsumer: async (place, { consumerId }) => {
    await place.pauseConsumer(consumerId);
    return {};
  },
};

/** @throws NoTestPlaceError (`meeting.not-admitted`) when there is no such request in a test. */
export function testRequestOf(request: SignallingRequest): TestRequest {
  const carriesOut = TEST_REQUESTS[request];
  if (carriesOut === undefined) {
    throw new NoTestPlaceError();
  }
  return carriesOut;
}

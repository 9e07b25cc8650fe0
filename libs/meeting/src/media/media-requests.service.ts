import { Injectable } from '@nestjs/common';
import { asError, RequestInvalidError } from '@tapaamo/common';
import {
  interprets,
  isHeard,
  type ConsumerDescription,
  type MediaSource,
  type SignallingAnswer,
} from '@tapaamo/contracts';
import {
  MediaWorkerUnavailableError,
  TransportAlreadyConnectedError,
  type MediaConsumer,
  type MediaDirection,
} from '@tapaamo/media';
import { InterpretersOnlyError, ListenOnlyError, NotAdmittedError } from '../meeting.errors.js';
import { forward, mayPass } from './forwarding.js';
import { KIND_OF_SOURCE } from './kind-of-source.js';
import { mediaOf, type Place } from './place.js';
import { describeReceived } from './seat-media.js';

/**
 * What admitted participants ask of their own media. Every method begins with `mediaOf`: nobody gets further who is not
 * admitted at this moment, whatever was checked before.
 */
@Injectable()
export class MediaRequests {
  /**
   * Takes what the browser can decode and prepares everything that is sent already, all at once. One source that cannot
   * be forwarded does not keep the others back: it is told of once it can.
   *
   * @throws What the worker failed with when that left nothing to give: joining again a moment later can help.
   */
  async join({ meeting, seat }: Place, rtpCapabilities: unknown): Promise<ConsumerDescription[]> {
    const media = mediaOf(seat);
    media.capabilities = media.room.acceptCapabilities(rtpCapabilities);
    const known = media.receivedSources.map(({ consumer }) => consumer.id);
    const { company } = meeting;
    const ways = company.reaching(seat).flatMap((from) => company.waysFrom(from, seat));
    const outcomes = await Promise.allSettled(ways.map(forward));
    const failures = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [asError(one.reason)] : [],
    );
    failures.forEach((error) => company.warn('meeting.source-not-forwarded', seat, error));
    if (failures.some(mayPass)) {
      ways.forEach((way) => company.offer(way));
    }
    const fresh = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    // Described at the end: a source that ended or paused meanwhile has been told of before this answer.
    const given = new Set([...known, ...fresh.map((received) => received?.consumer.id)]);
    const received = media.receivedSources.filter(({ consumer }) => given.has(consumer.id));
    const passing = failures.find(mayPass);
    if (received.length === 0 && passing !== undefined) {
      throw passing;
    }
    return received.map(describeReceived);
  }

  /**
   * Takes the browser's half of a transport. When another half is there already (a late message of an older epoch can
   * have put it there), the seat gets new media and the browser is told.
   */
  async connectTransport(
    { meeting, seat }: Place,
    direction: MediaDirection,
    dtlsParameters: unknown,
  ): Promise<void> {
    const media = mediaOf(seat);
    try {
      await media.participant.transports[direction].connect(dtlsParameters);
    } catch (error) {
      if (error instanceof TransportAlreadyConnectedError && seat.media === media) {
        meeting.renewMedia(seat);
        throw new MediaWorkerUnavailableError(error);
      }
      throw error;
    }
  }

  async restartIce(
    { seat }: Place,
    direction: MediaDirection,
  ): Promise<SignallingAnswer<'restartIce'>['iceParameters']> {
    return await mediaOf(seat).participant.transports[direction].restartIce();
  }

  /**
   * Begins to send a source; one that was sent before under the same name ends.
   *
   * @throws ListenOnlyError (`meeting.listen-only`) for who looks on, whatever their page lets them press;
   *   InterpretersOnlyError (`meeting.interpreters-only`) for all but interpreters who would interpret
   */
  async produce(
    { meeting, seat }: Place,
    source: MediaSource,
    offer: { kind: 'audio' | 'video'; rtpParameters: unknown; paused: boolean },
  ): Promise<string> {
    const media = mediaOf(seat);
    if (!isHeard(seat.role)) {
      throw new ListenOnlyError();
    }
    if (source === 'interpretation' && !interprets(seat.role)) {
      throw new InterpretersOnlyError();
    }
    if (KIND_OF_SOURCE[source] !== offer.kind) {
      throw new RequestInvalidError([{ field: 'kind', code: 'field.invalid' }]);
    }
    const sent = await media.send(source, () =>
      media.participant.produce(offer.kind, offer.rtpParameters, offer.paused),
    );
    if (seat.media !== media || !seat.isAdmitted) {
      media.stopSending(sent);
      throw new NotAdmittedError();
    }
    const { company } = meeting;
    company.reachedBy(seat).forEach((to) => company.offer(company.way(sent, seat, to)));
    return sent.producer.id;
  }

  async pauseProducer({ seat }: Place, producerId: string): Promise<void> {
    await mediaOf(seat).sent(producerId).producer.pause();
  }

  async resumeProducer({ seat }: Place, producerId: string): Promise<void> {
    await mediaOf(seat).sent(producerId).producer.resume();
  }

  closeProducer({ seat }: Place, producerId: string): void {
    const media = mediaOf(seat);
    media.stopSending(media.sent(producerId));
  }

  /** A consumer of the caller's own. */
  consumer({ seat }: Place, consumerId: string): MediaConsumer {
    return mediaOf(seat).received(consumerId);
  }
}

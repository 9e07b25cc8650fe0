import type { NotificationBody } from '@tapaamo/contracts';
import type { MediaTransport } from '@tapaamo/media';

/** A way as its browser is told of it. Holds the node's own addresses only. */
export function describeTransport({
  description,
}: MediaTransport): NotificationBody<'meetingReady'>['sendTransport'] {
  const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = description;
  return {
    id,
    iceParameters,
    iceCandidates: iceCandidates.map((candidate) => ({ ...candidate })),
    dtlsParameters: { ...dtlsParameters },
    sctpParameters,
  };
}

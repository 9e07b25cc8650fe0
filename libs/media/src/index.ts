export * from './media.errors.js';
export * from './media.module.js';
export { MediaConsumer } from './room/media-consumer.js';
export { MediaParticipant, type MediaDirection } from './room/media-participant.js';
export { MediaProducer } from './room/media-producer.js';
export { MediaRoom } from './room/media-room.js';
export type { MediaTransport, MediaTransportDescription } from './room/media-transport.js';
export { FULL_LOAD } from './worker/worker-choice.js';
export { WorkerPool, type WorkerPoolState } from './worker/worker-pool.service.js';

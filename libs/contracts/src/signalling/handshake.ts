import { z } from 'zod';
import type { ErrorCode } from '../error-codes.js';

/**
 * What a browser presents when it connects (socket.io's `auth`): the token it got from the API for this visit and, when
 * it lost its line alone, the epoch of the media that it still has. What does not fit is as good as absent.
 */
export const handshakeAuthSchema = z.object({
  token: z.string().max(2_048).catch(''),
  epoch: z.int().min(1).optional().catch(undefined),
});

export type HandshakeAuth = z.output<typeof handshakeAuthSchema>;

/** Where on a meeting node devices are tested: a namespace of its own, with tokens of its own. */
export const DEVICE_TEST_NAMESPACE = '/device-test';

/** What a refused browser is told (`data` of socket.io's `connect_error`): a code of the catalogue, nothing else. */
export interface HandshakeRefusal {
  code: ErrorCode;
  correlationId: string;
}

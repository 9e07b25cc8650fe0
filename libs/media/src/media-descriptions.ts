import { fits } from '@tapaamo/common';
import type { types } from 'mediasoup';
import { z } from 'zod';
import { MediaDescriptionInvalidError } from './media.errors.js';

/**
 * Descriptions from browsers, rebuilt from what is allowed in them. mediasoup serialises descriptions into one buffer a worker, and
 * a value of the wrong form (a fractional bitrate, say) throws midway and leaves that buffer unusable: one message would
 * then end every meeting of the worker. So nothing reaches mediasoup that these schemas have not built.
 */
const byte = z.int().min(0).max(255);
const uint32 = z.int().min(0).max(0xffff_ffff);
const word = z
  .string()
  .max(64)
  .regex(/^[\w./+-]*$/);
const int32 = z.int().min(-0x8000_0000).max(0x7fff_ffff);
const parameterValue = z.union([int32, z.boolean(), z.string().max(256)]);

/** Format parameters; what browsers put there that mediasoup cannot carry is dropped, not refused. */
const codecParameters = z
  .record(z.string(), z.unknown())
  .transform((given) => {
    const fitting = Object.entries(given).filter(
      ([name, value]) => fits(word, name) !== null && fits(parameterValue, value) !== null,
    );
    return Object.fromEntries(fitting.slice(0, 32));
  })
  .default({});

const codec = {
  mimeType: z
    .string()
    .max(32)
    .regex(/^(audio|video)\/[\w.-]+$/i),
  clockRate: uint32,
  channels: z.int().min(1).max(8).optional(),
  parameters: codecParameters,
  rtcpFeedback: z
    .array(z.object({ type: word, parameter: word.optional() }))
    .max(16)
    .default([]),
};

const extensionUri = z.string().max(128);

const capabilities = z.object({
  codecs: z
    .array(
      z.object({
        ...codec,
        kind: z.enum(['audio', 'video']),
        preferredPayloadType: byte.max(127).optional(),
      }),
    )
    .max(64)
    .default([]),
  headerExtensions: z
    .array(
      z.object({
        kind: z.enum(['audio', 'video']),
        uri: extensionUri,
        preferredId: byte.min(1),
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(64)
    .default([]),
});

const encoding = z.object({
  ssrc: uint32.optional(),
  rid: z
    .string()
    .regex(/^[A-Za-z0-9]{1,16}$/)
    .optional(),
  codecPayloadType: byte.max(127).optional(),
  rtx: z.object({ ssrc: uint32 }).optional(),
  dtx: z.boolean().optional(),
  scalabilityMode: z
    .string()
    .regex(/^[LS][1-3]T[1-3](h|_KEY|_KEY_SHIFT)?$/)
    .optional(),
  maxBitrate: z.number().min(0).max(100_000_000).transform(Math.round).optional(),
});

const parameters = z.object({
  mid: z
    .string()
    .regex(/^[\w-]{1,8}$/)
    .optional(),
  codecs: z
    .array(z.object({ ...codec, payloadType: byte.max(127) }))
    .min(1)
    .max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: extensionUri,
        id: byte.min(1),
        encrypt: z.boolean().optional(),
        parameters: codecParameters,
      }),
    )
    .max(32)
    .default([]),
  encodings: z.array(encoding).min(1).max(4),
  rtcp: z.object({ reducedSize: z.boolean().optional() }).default({}),
});

const dtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}$/),
      }),
    )
    .min(1)
    .max(8),
});

const sctpStreamParameters = z.object({ streamId: z.int().min(0).max(65_534) });

/**
 * A browser's half of a transport, rebuilt.
 *
 * @throws MediaDescriptionInvalidError (`request.invalid`) when it is malformed.
 */
export function rebuildDtlsParameters(described: unknown): types.DtlsParameters {
  return rebuild(dtlsParameters, described);
}

/**
 * The stream of a browser's data channel, rebuilt: in order and whole, whatever it wished.
 *
 * @throws MediaDescriptionInvalidError (`request.invalid`) when it is malformed.
 */
export function rebuildSctpStreamParameters(described: unknown): types.SctpStreamParameters {
  return { ...rebuild(sctpStreamParameters, described), ordered: true };
}

/**
 * What a browser can decode, rebuilt.
 *
 * @throws MediaDescriptionInvalidError (`request.invalid`) when it is malformed.
 */
export function rebuildRtpCapabilities(described: unknown): types.RtpCapabilities {
  return rebuild(capabilities, described) as types.RtpCapabilities;
}

/**
 * What a browser sends, rebuilt. Its CNAME is left out: mediasoup makes one, so that none of the sender's reaches others.
 *
 * @throws MediaDescriptionInvalidError (`request.invalid`) when it is malformed.
 */
export function rebuildRtpParameters(described: unknown): types.RtpParameters {
  return rebuild(parameters, described) as types.RtpParameters;
}

function rebuild<Schema extends z.ZodType>(schema: Schema, described: unknown): z.output<Schema> {
  const rebuilt = fits(schema, described);
  if (rebuilt === null) {
    throw new MediaDescriptionInvalidError();
  }
  return rebuilt;
}

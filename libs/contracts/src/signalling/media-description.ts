import { z } from 'zod';

/**
 * Descriptions of media objects as mediasoup and its browser library exchange them.
 * Their inner form is mediasoup's business and checked there; here only their outline and size are.
 */
export const rtpCapabilitiesSchema = z.looseObject({
  codecs: z
    .array(z.looseObject({ mimeType: z.string().max(64) }))
    .max(64)
    .optional(),
  headerExtensions: z.array(z.looseObject({})).max(64).optional(),
});
export type RtpCapabilities = z.infer<typeof rtpCapabilitiesSchema>;

/** How a sender sends: codecs, extensions and the streams of a simulcast. */
export const rtpParametersSchema = z.looseObject({
  mid: z.string().max(32).optional(),
  codecs: z
    .array(z.looseObject({ mimeType: z.string().max(64) }))
    .min(1)
    .max(16),
  headerExtensions: z.array(z.looseObject({})).max(32).optional(),
  encodings: z.array(z.looseObject({})).max(8).optional(),
  rtcp: z.looseObject({}).optional(),
});
export type RtpParameters = z.infer<typeof rtpParametersSchema>;

/** The browser's half of a DTLS handshake. */
export const dtlsParametersSchema = z.strictObject({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(z.strictObject({ algorithm: z.string().max(16), value: z.string().max(256) }))
    .min(1)
    .max(8),
});
export type DtlsParameters = z.infer<typeof dtlsParametersSchema>;

/** ICE parameters of the node's side of a transport. */
export const iceParametersSchema = z.object({
  usernameFragment: z.string(),
  password: z.string(),
  iceLite: z.boolean().optional(),
});
export type IceParameters = z.infer<typeof iceParametersSchema>;

/** What a browser needs to know of the node's side of data channels; sizes in bytes. */
export const sctpParametersSchema = z.object({
  port: z.int(),
  maxSendMessageSize: z.int(),
  maxReceiveMessageSize: z.int(),
});
export type SctpParameters = z.infer<typeof sctpParametersSchema>;

/** The stream of a data channel. What it carries comes in order and whole; another wish counts for nothing. */
export const sctpStreamParametersSchema = z.looseObject({
  streamId: z.int().min(0).max(65_534),
});
export type SctpStreamParameters = z.infer<typeof sctpStreamParametersSchema>;

/** What a browser needs to make its half of a transport. */
export const transportDescriptionSchema = z.object({
  id: z.string(),
  iceParameters: iceParametersSchema,
  iceCandidates: z.array(z.looseObject({})),
  dtlsParameters: z.looseObject({}),
  sctpParameters: sctpParametersSchema,
});
export type TransportDescription = z.infer<typeof transportDescriptionSchema>;

/**
 * What a producer carries. `interpretation` is the channel into which an interpreter speaks while others go on speaking;
 * `screen-audio` is what a shared screen plays.
 */
export const mediaSourceSchema = z.enum([
  'microphone',
  'camera',
  'screen',
  'screen-audio',
  'interpretation',
]);
export type MediaSource = z.infer<typeof mediaSourceSchema>;

/** What a browser needs to receive one source of another participant. It starts paused until the browser resumes it. */
export const consumerDescriptionSchema = z.object({
  consumerId: z.string(),
  producerId: z.string(),
  participantId: z.uuid(),
  kind: z.enum(['audio', 'video']),
  source: mediaSourceSchema,
  rtpParameters: z.looseObject({}),
  producerPaused: z.boolean(),
});
export type ConsumerDescription = z.infer<typeof consumerDescriptionSchema>;

/** What a browser needs to receive what another participant writes. */
export const textDescriptionSchema = z.object({
  textConsumerId: z.string(),
  textProducerId: z.string(),
  participantId: z.uuid(),
  sctpStreamParameters: sctpStreamParametersSchema,
});
export type TextDescription = z.infer<typeof textDescriptionSchema>;

import { z } from 'zod';

/** How a participant's line is, from what is measured on it. That it is lost is told by other means. */
export const lineStateSchema = z.enum(['good', 'weak', 'very-weak']);
export type LineState = z.infer<typeof lineStateSchema>;

/** How media goes between a browser and its node. */
export const mediaPathSchema = z.enum(['udp', 'tcp', 'relay']);
export type MediaPath = z.infer<typeof mediaPathSchema>;

const share = z.number().min(0).max(1);

/** What a browser measured since it last told. Counted for the node as a whole, kept of nobody. */
export const lineFiguresSchema = z.strictObject({
  path: mediaPathSchema,
  roundTripMs: z.number().min(0).max(60_000),
  /** Share of packets that did not arrive, each way. */
  lossReceived: share,
  lossSent: share,
  /** Longest time without new sound or pictures although they were sent. */
  gapMs: z.number().min(0).max(600_000),
});
export type LineFigures = z.infer<typeof lineFiguresSchema>;

/** Which pictures wait so that the sound is kept: those that the participant sends, and those that they receive. */
export const heldPicturesSchema = z.object({ sent: z.boolean(), received: z.boolean() });
export type HeldPictures = z.infer<typeof heldPicturesSchema>;

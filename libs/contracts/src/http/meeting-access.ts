import { z } from 'zod';

/**
 * Whether the node of the answer before does not answer the browser: a dead one is left before its heartbeat is stale for
 * everybody. Of a node that lives it changes nothing.
 */
export const nodeSilentSchema = z.boolean().default(false);

/** `POST /api/visits/:visitId/meeting-access`; pages of before an update send nothing. */
export const meetingAccessRequestSchema = z
  .strictObject({ nodeSilent: nodeSilentSchema })
  .default({ nodeSilent: false });
export type MeetingAccessRequest = z.infer<typeof meetingAccessRequestSchema>;

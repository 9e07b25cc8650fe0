import { standsForClient, participantRoleSchema, type ParticipantRole } from '@tapaamo/contracts';

/** Roles of those who stand for the client of a visit: the client, and guardians. */
export const CLIENT_SIDE: readonly ParticipantRole[] =
  participantRoleSchema.options.filter(standsForClient);

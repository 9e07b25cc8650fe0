import { standsForClient, participantRoleSchema, type ParticipantRole } from '@tapaamo/contracts';

/** Roles of those who stand for the client of a booking: the client, and for a minor the guardians. */
export function clientSide({ clientIsMinor }: { clientIsMinor: boolean }): ParticipantRole[] {
  return participantRoleSchema.options.filter((role) => standsForClient(role, clientIsMinor));
}

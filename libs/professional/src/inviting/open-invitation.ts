import { In, type EntityManager } from 'typeorm';
import { StaffInvitation, type InvitationStatus } from '../staff-invitation.entity.js';

/** An invitation that can still be accepted, or renewed so that it can. One for an account at most. */
export const OPEN: readonly InvitationStatus[] = ['queued', 'sent', 'failed'];

/** The open invitations of some accounts, by account. */
export async function openInvitations(
  tx: EntityManager,
  professionalIds: readonly string[],
): Promise<Map<string, StaffInvitation>> {
  const rows = await tx.findBy(StaffInvitation, {
    professionalId: In(professionalIds),
    status: In(OPEN),
  });
  return new Map(rows.map((row) => [row.professionalId, row]));
}

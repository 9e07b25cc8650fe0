import { randomUUID } from 'node:crypto';
import { StandInRow, TeamMember, TeamRow } from '@tapaamo/professional';
import { BookingShare } from '@tapaamo/visit';
import type { DataSource } from 'typeorm';
import type { BuiltOrganisation } from './organisation-builder.js';

type Organisation = Pick<BuiltOrganisation, 'organisationId'>;

const createdAt = new Date('2026-01-01T00:00:00Z');

/** A team with a name of its own. @returns Its id. */
export async function buildTeam(
  { manager }: DataSource,
  { organisationId }: Organisation,
  { leads, members }: { leads: readonly string[]; members: readonly string[] },
): Promise<string> {
  const id = randomUUID();
  const name = `Tiimi ${id}`;
  await manager.insert(TeamRow, { id, organisationId, name, version: 1, createdAt });
  const ties = [
    ...leads.map((one) => [one, true] as const),
    ...members.map((one) => [one, false] as const),
  ];
  for (const [professionalId, isLead] of ties) {
    await manager.insert(TeamMember, { teamId: id, organisationId, professionalId, leads: isLead });
  }
  return id;
}

/** Somebody stands in for a colleague on local days, both included. @returns The id. */
export async function standInFor(
  { manager }: DataSource,
  wish: {
    world: Organisation;
    absentId: string;
    standInId: string;
    firstDay: string;
    lastDay: string;
  },
): Promise<string> {
  const id = randomUUID();
  const { world, ...days } = wish;
  const { organisationId } = world;
  const row = { ...days, id, organisationId, createdBy: wish.absentId, createdAt };
  await manager.insert(StandInRow, row);
  return id;
}

/** Shares a visit with a colleague. */
export async function share(
  { manager }: DataSource,
  wish: { world: Organisation; visitId: string; professionalId: string },
): Promise<void> {
  const { visitId, professionalId, world } = wish;
  const { organisationId } = world;
  await manager.insert(BookingShare, { visitId, professionalId, organisationId, createdAt });
}

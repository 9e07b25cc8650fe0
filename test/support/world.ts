import type { StaffActor } from '@tapaamo/access';
import type { Service } from '@tapaamo/organisation';
import type { Professional } from '@tapaamo/professional';
import type { DataSource } from 'typeorm';
import {
  buildOrganisation,
  buildService,
  type BuiltOrganisation,
} from './builders/organisation-builder.js';
import { buildProfessional } from './builders/professional-builder.js';

/** One organisation with a service for each level of identification and a member of staff for each role. */
export interface TestOrganisation extends BuiltOrganisation {
  professional: Professional;
  colleague: Professional;
  lead: Professional;
  admin: Professional;
  officer: Professional;
  service: Service;
  offered: Service;
  required: Service;
}

/** @param name - Tells organisations of one test apart. */
export async function buildWorld(
  dataSource: DataSource,
  options: { name?: string; period?: string } = {},
): Promise<TestOrganisation> {
  const organisation = await buildOrganisation(dataSource, options);
  const service = (identificationLevel: Service['identificationLevel'], nameFi: string) =>
    buildService(dataSource, organisation, { identificationLevel, nameFi });
  return {
    ...organisation,
    professional: await buildProfessional(dataSource, organisation),
    colleague: await buildProfessional(dataSource, organisation, { displayName: 'Kaisa Kollega' }),
    lead: await buildProfessional(dataSource, organisation, {
      displayName: 'Leena Lähiesihenkilö',
      roles: ['team-lead'],
    }),
    officer: await buildProfessional(dataSource, organisation, {
      displayName: 'Tiina Tietosuoja',
      roles: ['data-protection-officer'],
    }),
    admin: await buildProfessional(dataSource, organisation, {
      displayName: 'Petri Lindholm',
      roles: ['admin'],
    }),
    service: await service('off', 'Yleinen neuvonta'),
    offered: await service('offered', 'Asumisen tuki'),
    required: await service('required', 'Perheohjaus'),
  };
}

/** A member of staff as services get them. */
export function actorOf({ id, organisationId, roles }: Professional): StaffActor {
  return { professionalId: id, organisationId, roles };
}

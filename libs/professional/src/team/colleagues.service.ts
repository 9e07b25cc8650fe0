import { Injectable } from '@nestjs/common';
import { MEETS_CLIENTS } from '@tapaamo/access';
import { OPEN } from '../inviting/open-invitation.js';
import { Professional } from '../professional.entity.js';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { CannotMeetClientsError } from './team.errors.js';

const IS_INVITED = `EXISTS (SELECT FROM staff_invitation invitation
  WHERE invitation.professional_id = professional.id AND invitation.status = ANY (:open))`;

/** Who can do a colleague's work: accounts in use of those who meet clients. */
@Injectable()
export class Colleagues {
  /** Everybody of an organisation who can, by name. */
  async all(tx: EntityManager, organisationId: string): Promise<Professional[]> {
    return this.#whoCan(tx, organisationId)
      .orderBy('lower(professional.display_name)')
      .addOrderBy('professional.id')
      .getMany();
  }

  /**
   * Makes sure that a colleague of the organisation can.
   *
   * @param field - Of the request, that named them.
   * @throws CannotMeetClientsError (`staff.cannot-meet-clients`)
   */
  async require(
    tx: EntityManager,
    organisationId: string,
    id: string,
    field?: string,
  ): Promise<void> {
    const query = this.#whoCan(tx, organisationId).andWhere('professional.id = :id', { id });
    if (!(await query.getExists())) {
      throw new CannotMeetClientsError(field);
    }
  }

  #whoCan(tx: EntityManager, organisationId: string): SelectQueryBuilder<Professional> {
    return tx
      .createQueryBuilder(Professional, 'professional')
      .where({ organisationId })
      .andWhere('professional.deactivated_at IS NULL')
      .andWhere('professional.roles && :roles', { roles: MEETS_CLIENTS })
      .andWhere(`NOT ${IS_INVITED}`, { open: OPEN });
  }
}

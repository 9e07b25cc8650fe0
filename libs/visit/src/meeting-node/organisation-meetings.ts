import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { EntityManager } from 'typeorm';
import type { VisitRow } from '../visit.entity.js';
import { OrganisationMeetingsFullError } from '../visit.errors.js';
import { MediaNodes } from './media-nodes.js';
import { hasBegun } from './visit-has-begun.js';

/** How many meetings of one organisation may go on at a time, so that none takes the nodes of all. */
@Injectable()
export class OrganisationMeetings {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly nodes: MediaNodes,
  ) {}

  /**
   * Several that begin at the very same moment may be a few more: whoever comes is not made to wait for the others.
   *
   * @throws OrganisationMeetingsFullError (`meeting.organisation-full`) for a visit that has not begun; one that has goes on
   */
  async requirePlace(tx: EntityManager, visit: VisitRow): Promise<void> {
    const most = this.config.MEETINGS_PER_ORGANISATION;
    if (most === 0 || (await hasBegun(tx, visit))) {
      return;
    }
    const seated = await this.nodes.seatedVisits(tx, visit.organisationId);
    if (seated.length >= most) {
      throw new OrganisationMeetingsFullError();
    }
  }
}

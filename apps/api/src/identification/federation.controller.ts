import { Controller, Get, Res } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { PublishedDocuments } from '@tapaamo/identification';
import type { Response } from 'express';

/** What we are, where OpenID Federation looks for it. */
@Controller('.well-known/openid-federation')
export class FederationController {
  constructor(private readonly documents: PublishedDocuments) {}

  @Get()
  @Permit('public')
  async entityStatement(@Res() response: Response): Promise<void> {
    response
      .type('application/entity-statement+jwt')
      .send(Buffer.from(await this.documents.entityStatement()));
  }
}

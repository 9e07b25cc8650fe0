import { Controller, Get, Res } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { PublishedDocuments, RelyingPartyKeys } from '@tapaamo/identification';
import type { Response } from 'express';

/** Our keys, for the identity provider. */
@Controller('api/identification')
export class RelyingPartyController {
  constructor(
    private readonly keys: RelyingPartyKeys,
    private readonly documents: PublishedDocuments,
  ) {}

  @Get('jwks.json')
  @Permit('public')
  jwks(): object {
    return this.keys.publicJwks;
  }

  /** The same keys, vouched for: brokers of the trust network fetch no others. Bytes, because text would be given a charset. */
  @Get('signed-jwks.jwt')
  @Permit('public')
  async signedKeys(@Res() response: Response): Promise<void> {
    response.type('application/jwk-set+jwt').send(Buffer.from(await this.documents.signedKeys()));
  }
}

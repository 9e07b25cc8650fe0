import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { idSchema, logoQuerySchema, type LogoQuery } from '@tapaamo/contracts';
import { Logos } from '@tapaamo/organisation';
import type { Response } from 'express';
import { RateLimit } from '../http/rate-limit.guard.js';

/** The picture of an organisation, for its pages. Its address changes with it, so browsers may keep it. */
@Controller('api/organisations/:organisationId/logo')
export class LogoController {
  constructor(private readonly logos: Logos) {}

  @Get()
  @Permit('public')
  @RateLimit(600)
  // Whoever opens the picture by itself gets a page that can do nothing.
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @Header('Content-Disposition', 'inline')
  async read(
    @Param('organisationId', { schema: idSchema }) organisationId: string,
    @Query({ schema: logoQuerySchema }) { v }: LogoQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType, image } = await this.logos.read(organisationId, v);
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.type(mediaType).send(image);
  }
}

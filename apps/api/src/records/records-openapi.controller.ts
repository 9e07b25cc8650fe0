import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Permit } from '@tapaamo/access';
import { ApiDescription } from '../http/api-description.js';
import { recordsDescription } from './records-openapi.js';

/** The description of the API for record systems. */
@Controller('api/records/v1/openapi.json')
export class RecordsOpenApiController {
  /** Made once: anybody may ask for it. */
  #document: OpenAPIObject | undefined;

  constructor(private readonly description: ApiDescription) {}

  @Get()
  @Permit('public')
  read(): OpenAPIObject {
    this.#document ??= recordsDescription(this.description.document);
    return this.#document;
  }
}

import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Permit } from '@tapaamo/access';
import { ApiDescription } from './api-description.js';

/** The description of this API for programs. */
@Controller('api/openapi.json')
export class OpenApiController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  @Permit('public')
  read(): OpenAPIObject {
    return this.description.document;
  }
}

import { Controller, Get } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Permit } from '@tapaamo/access';

/** The description of this API for programs (OpenAPI 3). It names routes and forms, nobody and nothing else. */
@Controller('api/openapi.json')
export class OpenApiController {
  #document: OpenAPIObject | undefined;

  /** Describes the application once it is whole. */
  describe(app: NestExpressApplication): void {
    const description = new DocumentBuilder().setTitle('Tapaamo').setVersion('0.1.0').build();
    this.#document = SwaggerModule.createDocument(app, description);
  }

  @Get()
  @Permit('public')
  read(): OpenAPIObject | undefined {
    return this.#document;
  }
}

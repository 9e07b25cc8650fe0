import { Injectable } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { RECORD_KEY_SCHEME } from '../records/record-scoped.decorator.js';

/** The description of this API for programs (OpenAPI 3). It names routes and forms, nobody and nothing else. */
@Injectable()
export class ApiDescription {
  #document: OpenAPIObject | undefined;

  /** Describes the application once it is whole. */
  describe(app: NestExpressApplication): void {
    const description = new DocumentBuilder()
      .setTitle('Tapaamo')
      .setVersion('0.1.0')
      .addSecurity(RECORD_KEY_SCHEME, { type: 'http', scheme: 'bearer' })
      .build();
    this.#document = SwaggerModule.createDocument(app, description);
  }

  /** @throws Error before the application is described. */
  get document(): OpenAPIObject {
    if (this.#document === undefined) {
      throw new Error('The API is not described yet.');
    }
    return this.#document;
  }
}

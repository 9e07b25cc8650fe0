import { Injectable } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { RECORD_KEY_SCHEME } from '../records/record-scoped.decorator.js';

/** The description of this API for programs (OpenAPI 3). It names routes and forms, nobody and nothing else. */
@Injectable()
export class ApiDescription {
  #application: NestExpressApplication | undefined;
  #document: OpenAPIObject | undefined;

  /** What is described, once it is whole; describing it takes a third of a second, so it waits for who asks. */
  describe(application: NestExpressApplication): void {
    this.#application = application;
  }

  /** @throws Error before the application is there. */
  get document(): OpenAPIObject {
    if (this.#application === undefined) {
      throw new Error('There is no application to describe yet.');
    }
    this.#document ??= SwaggerModule.createDocument(
      this.#application,
      new DocumentBuilder()
        .setTitle('Tapaamo')
        .setVersion('0.1.0')
        .addSecurity(RECORD_KEY_SCHEME, { type: 'http', scheme: 'bearer' })
        .build(),
    );
    return this.#document;
  }
}

import { z } from 'zod';

/**
 * The form of an OpenAPI 3.0 document (spec.openapis.org/oas/v3.0.4), as far as ours uses it, and strict: what is not in
 * the specification, or belongs to another version of it, does not fit.
 */
const text = z.string().min(1);

const schemaObject: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ $ref: z.string().regex(/^#\/components\/schemas\/[\w.-]+$/) }),
    z.strictObject({
      type: z.enum(['string', 'number', 'integer', 'boolean', 'array', 'object']).optional(),
      format: text.optional(),
      pattern: text.optional(),
      enum: z
        .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .min(1)
        .optional(),
      nullable: z.boolean().optional(),
      description: z.string().optional(),
      default: z.unknown().optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      exclusiveMinimum: z.boolean().optional(),
      exclusiveMaximum: z.boolean().optional(),
      multipleOf: z.number().positive().optional(),
      minLength: z.number().int().min(0).optional(),
      maxLength: z.number().int().min(0).optional(),
      minItems: z.number().int().min(0).optional(),
      maxItems: z.number().int().min(0).optional(),
      uniqueItems: z.boolean().optional(),
      items: schemaObject.optional(),
      properties: z.record(z.string(), schemaObject).optional(),
      required: z.array(text).min(1).optional(),
      additionalProperties: z.union([z.boolean(), schemaObject]).optional(),
      allOf: z.array(schemaObject).min(1).optional(),
      anyOf: z.array(schemaObject).min(1).optional(),
      oneOf: z.array(schemaObject).min(1).optional(),
      not: schemaObject.optional(),
    }),
  ]),
);

const content = z.partialRecord(
  z.enum(['application/json', 'application/problem+json']),
  z.strictObject({ schema: schemaObject }),
);

const parameterObject = z.union([
  z.strictObject({
    name: text,
    in: z.literal('path'),
    required: z.literal(true),
    description: z.string().optional(),
    schema: schemaObject,
  }),
  z.strictObject({
    name: text,
    in: z.enum(['query', 'header']),
    required: z.boolean().optional(),
    description: z.string().optional(),
    schema: schemaObject,
  }),
]);

const operationObject = z.strictObject({
  operationId: text,
  summary: text.optional(),
  description: text.optional(),
  tags: z.array(text).optional(),
  parameters: z.array(parameterObject),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^([1-5]\d\d|default)$/),
    z.strictObject({ description: text, content: content.optional() }),
  ),
  security: z.array(z.record(z.string(), z.array(z.never()))).optional(),
  'x-required-scopes': z.array(text).optional(),
});

export const openApiFormSchema = z.strictObject({
  openapi: z.string().regex(/^3\.0\.\d$/),
  info: z.strictObject({
    title: text,
    description: z.string().optional(),
    version: text,
    contact: z.strictObject({}).optional(),
  }),
  servers: z.array(z.strictObject({ url: text })).optional(),
  tags: z.array(z.strictObject({ name: text })).optional(),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({ get: operationObject.optional(), post: operationObject.optional() }),
  ),
  components: z.strictObject({
    securitySchemes: z.record(
      text,
      z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer') }),
    ),
    schemas: z.record(z.string(), schemaObject).optional(),
  }),
});
export type OpenApiForm = z.infer<typeof openApiFormSchema>;

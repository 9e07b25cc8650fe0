import {
  RECORDS_PATH,
  busyTimesSchema,
  freeTimesSchema,
  moveVisitRequestSchema,
  problemSchema,
  recordBookingRequestSchema,
  recordBookingSchema,
  recordCancelRequestSchema,
  recordProfessionalsSchema,
  recordVisitSchema,
  serviceListSchema,
} from '@tapaamo/contracts';
import { z } from 'zod';
import { routePermissions } from '../../../apps/api/src/http/route-permissions.js';
import { openApiFormSchema, type OpenApiForm } from '../../support/openapi-form.js';
import { startApi, type TestApi } from '../../support/start-api.js';

/** What is asked for and answered, by route. */
const FORMS: Record<string, { asked?: z.ZodType; status: number; answered: z.ZodType }> = {
  'GET /services': { status: 200, answered: serviceListSchema },
  'GET /professionals': { status: 200, answered: recordProfessionalsSchema },
  'GET /professionals/{professionalId}/busy': { status: 200, answered: busyTimesSchema },
  'GET /professionals/{professionalId}/free': { status: 200, answered: freeTimesSchema },
  'GET /visits/{visitId}': { status: 200, answered: recordVisitSchema },
  'POST /bookings': {
    asked: recordBookingRequestSchema,
    status: 201,
    answered: recordBookingSchema,
  },
  'POST /visits/{visitId}/time': {
    asked: moveVisitRequestSchema,
    status: 200,
    answered: recordBookingSchema,
  },
  'POST /visits/{visitId}/cancel': {
    asked: recordCancelRequestSchema,
    status: 200,
    answered: recordBookingSchema,
  },
};

describe('the description of the API for record systems', () => {
  let api: TestApi;
  let text: string;
  let description: OpenApiForm;

  beforeAll(async () => {
    api = await startApi();
    ({ text } = await api.client().get(`${RECORDS_PATH}/openapi.json`));
    description = JSON.parse(text) as OpenApiForm;
  });

  afterAll(async () => {
    await api.close();
  });

  const operations = () =>
    Object.entries(description.paths).flatMap(([path, { get, post }]) => [
      ...(get === undefined ? [] : [{ name: `GET ${path.replace(RECORDS_PATH, '')}`, of: get }]),
      ...(post === undefined ? [] : [{ name: `POST ${path.replace(RECORDS_PATH, '')}`, of: post }]),
    ]);
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
    const { $schema: _, ...form } = z.toJSONSchema(schema, { target: 'openapi-3.0', io });
    return JSON.parse(JSON.stringify(form)) as object;
  };

  it('has the form that OpenAPI 3.0 prescribes', () => {
    expect(openApiFormSchema.safeParse(description).error?.issues ?? []).toEqual([]);
    const ids = operations().map(({ of }) => of.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(description.components.schemas).toEqual({
      Problem: schemaOf(problemSchema, 'output'),
    });
    expect(operations().every(({ of }) => of.summary !== undefined)).toBe(true);
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(refs.filter(([, name]) => !(name! in (description.components.schemas ?? {})))).toEqual(
      [],
    );
  });

  it('has each route for a key, with every part of its address, and none that is for anybody else', () => {
    const routes = routePermissions(api.app).filter(
      ({ permissions }) => permissions?.[0] === 'record-system',
    );
    const names = routes.map(({ method, path }) =>
      `${method} ${path.replace(RECORDS_PATH, '')}`.replace(/:(\w+)/g, '{$1}'),
    );
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names.sort());
    expect(Object.keys(FORMS).sort()).toEqual(names.sort());
    for (const { name, of } of operations()) {
      const inPath = of.parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect([name, inPath]).toEqual([name, [...name.matchAll(/\{(\w+)\}/g)].map(([, it]) => it)]);
    }
  });

  it('names for each the scope that it needs, as it is asked for', () => {
    const scopes = new Map(
      routePermissions(api.app).map(({ method, path, scope }) => [
        `${method} ${path.replace(RECORDS_PATH, '').replace(/:(\w+)/g, '{$1}')}`,
        scope,
      ]),
    );
    for (const { name, of } of operations()) {
      const scope = scopes.get(name);
      expect([name, of['x-required-scopes'], of.security]).toEqual([
        name,
        [scope],
        [{ recordKey: [] }],
      ]);
      expect(of.description).toContain(`\`${String(scope)}\``);
    }
    expect(description.components.securitySchemes).toEqual({
      recordKey: { type: 'http', scheme: 'bearer' },
    });
  });

  const operation = (name: string) => {
    const found = operations().find((one) => one.name === name);
    if (found === undefined) {
      throw new Error(`${name} is not described.`);
    }
    return found.of;
  };

  it.each(Object.entries(FORMS))('says of %s what is asked for and answered', (name, form) => {
    const { responses, requestBody, parameters } = operation(name);
    const { [String(form.status)]: answer, ...refusals } = responses;
    expect(answer?.content).toEqual({
      'application/json': { schema: schemaOf(form.answered, 'output') },
    });
    expect(requestBody?.content).toEqual(
      form.asked && { 'application/json': { schema: schemaOf(form.asked, 'input') } },
    );
    expect(Object.keys(refusals)).toEqual(
      expect.arrayContaining(['400', '401', '403', '429', 'default']),
    );
    const problem = { schema: { $ref: '#/components/schemas/Problem' } };
    for (const { content } of Object.values(refusals)) {
      expect(content).toEqual({ 'application/problem+json': problem });
    }
    const headers = parameters.filter((one) => one.in === 'header');
    expect(headers.map((one) => [one.name, one.required])).toEqual(
      form.asked === undefined ? [] : [['Idempotency-Key', form.status === 201]],
    );
  });

  it('says what free times are asked for with', () => {
    const { parameters } = operation('GET /professionals/{professionalId}/free');
    const query = parameters.filter((one) => one.in === 'query');
    expect(query.map((one) => [one.name, one.required])).toEqual([
      ['from', true],
      ['to', true],
      ['serviceId', true],
      ['durationMinutes', false],
    ]);
  });

  it('has nobody’s id in it, and is the same for everybody', async () => {
    // The form of an id names the empty one.
    expect(text.replace(/"pattern":"[^"]*"/g, '')).not.toMatch(
      /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/,
    );
    expect(text).not.toMatch(/"examples?":/);
    const again = await api.client({ language: 'sv' }).get(`${RECORDS_PATH}/openapi.json`);
    expect(again.text).toBe(text);
  });
});

import { startApi, type TestApi } from '../../support/start-api.js';

interface Description {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
}

describe('the description of the API', () => {
  let api: TestApi;
  let description: Description;

  beforeAll(async () => {
    api = await startApi();
    description = (await api.client().get('/api/openapi.json')).json as Description;
  });

  afterAll(async () => {
    await api.close();
  });

  it('is OpenAPI 3 and names the routes of every feature', () => {
    expect(description.openapi).toMatch(/^3\./);
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/api/bookings',
        '/api/door/look',
        '/api/identification/start',
        '/api/sign-in',
        '/api/visits/{visitId}/end',
        '/api/forgetting',
      ]),
    );
  });

  it('says what a booking is answered with, and how it is refused', () => {
    const { responses } = description.paths['/api/bookings']?.post ?? { responses: {} };
    expect(Object.keys(responses).sort()).toEqual(['201', 'default']);
    expect(JSON.stringify(responses)).toContain('correlationId');
  });

  it('shows no value of anybody: no example but the form', () => {
    expect(JSON.stringify(description)).not.toMatch(/"examples?":/);
  });
});

import { recordScopeSchema, RECORDS_PATH, type RecordScope } from '@tapaamo/contracts';
import { RecordKeys } from '@tapaamo/record-system';
import type { ApiAnswer, RequestOptions } from './api-client.js';
import type { TestApi } from './start-api.js';
import { actorOf, type TestOrganisation } from './world.js';

/** A record system as the API sees it: a key, no cookie, and no header of our pages. */
export class RecordCaller {
  private constructor(
    private readonly api: TestApi,
    readonly keyId: string,
    readonly key: string,
  ) {}

  /** Of an organisation, with a key that allows everything unless said otherwise. */
  static async of(
    api: TestApi,
    world: Pick<TestOrganisation, 'admin'>,
    wish: { scopes?: RecordScope[]; lastDay?: string; name?: string } = {},
  ): Promise<RecordCaller> {
    const { id, key } = await api.get(RecordKeys).make(actorOf(world.admin), {
      name: 'Asiakastieto Pro',
      scopes: recordScopeSchema.options,
      lastDay: null,
      ...wish,
    });
    return new RecordCaller(api, id, key);
  }

  get(path: string, options: RequestOptions = {}): Promise<ApiAnswer> {
    return this.request('GET', path, options);
  }

  /** @param requestKey - Idempotency key; none without it. */
  post(path: string, body: unknown, requestKey?: string): Promise<ApiAnswer> {
    const headers: Record<string, string> =
      requestKey === undefined ? {} : { 'idempotency-key': requestKey };
    return this.request('POST', path, { body, headers });
  }

  /** @param path - Within the API for record systems. */
  request(method: string, path: string, options: RequestOptions = {}): Promise<ApiAnswer> {
    const proof = { authorization: `Bearer ${this.key}`, 'x-tapaamo': null };
    const headers = { ...proof, ...options.headers };
    return this.api.client().request(method, `${RECORDS_PATH}${path}`, { ...options, headers });
  }
}

import type { IdentificationOutcome } from '@tapaamo/contracts';

/** One way to come back: row of the test matrix, how the honest address is bent, where the person lands, the reason. */
export type ReturnAttack = readonly [
  name: string,
  bend: (query: URLSearchParams) => void,
  outcome: IdentificationOutcome,
  reason: string | undefined,
];

const RESPONSE = 'OAUTH_INVALID_RESPONSE';

export const RETURN_ATTACKS: readonly ReturnAttack[] = [
  ['C1: without state', (query) => query.delete('state'), 'expired', undefined],
  ['C1: with an empty state', (query) => query.set('state', ''), 'expired', undefined],
  [
    'C1: with somebody’s state',
    (query) => query.set('state', 'x'.repeat(43)),
    'expired',
    undefined,
  ],
  [
    'C1: with a state of ten kilobytes',
    (query) => query.set('state', 'x'.repeat(10_000)),
    'expired',
    undefined,
  ],
  [
    'C1: with the state twice',
    (query) => query.append('state', query.get('state') ?? ''),
    'expired',
    undefined,
  ],
  [
    'C1: with a state that ends in a zero byte',
    (query) => query.set('state', `${query.get('state') ?? ''}\0`),
    'expired',
    undefined,
  ],
  [
    'C6: from another issuer',
    (query) => query.set('iss', 'https://evil.example'),
    'failed',
    RESPONSE,
  ],
  [
    'C6: from the issuer with a slash',
    (query) => query.set('iss', `${query.get('iss') ?? ''}/`),
    'failed',
    RESPONSE,
  ],
  [
    'C6: from two issuers',
    (query) => query.append('iss', 'https://evil.example'),
    'failed',
    RESPONSE,
  ],
  ['C7: without the issuer that was promised', (query) => query.delete('iss'), 'failed', RESPONSE],
  ['C8: turned back', error('access_denied'), 'cancelled', undefined],
  ['C8: turned back as OP says it', error('cancel'), 'cancelled', undefined],
  [
    'C9: the provider has a fault',
    error('server_error'),
    'unavailable',
    'OAUTH_AUTHORIZATION_RESPONSE_ERROR:server_error',
  ],
  [
    'C9: the provider is busy',
    error('temporarily_unavailable'),
    'unavailable',
    'OAUTH_AUTHORIZATION_RESPONSE_ERROR:temporarily_unavailable',
  ],
  [
    'C10: with an error of script',
    error('<script>alert(1)</script>'),
    'failed',
    'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
  ],
  [
    'C10: with a description of script',
    error('invalid_scope', '<img src=x onerror=alert(1)>'),
    'failed',
    'OAUTH_AUTHORIZATION_RESPONSE_ERROR:invalid_scope',
  ],
  [
    'C10: with an error and a code',
    (query) => query.set('error', 'access_denied'),
    'cancelled',
    undefined,
  ],
  ['C11: without a code', (query) => query.delete('code'), 'failed', RESPONSE],
  ['C11: with two codes', (query) => query.append('code', 'another'), 'failed', RESPONSE],
  [
    'with a token in the address',
    (query) => query.set('id_token', 'eyJ.eyJ.x'),
    'failed',
    'OAUTH_UNSUPPORTED_OPERATION',
  ],
  [
    'with an answer that is signed instead',
    (query) => query.set('response', 'eyJ.eyJ.x'),
    'failed',
    RESPONSE,
  ],
];

function error(code: string, description?: string): (query: URLSearchParams) => void {
  return (query) => {
    query.delete('code');
    query.set('error', code);
    if (description !== undefined) {
      query.set('error_description', description);
    }
  };
}

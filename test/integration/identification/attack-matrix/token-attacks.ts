import { decodeJwt, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { issuerKey, nowSeconds, type TokenRecipe } from '../support/hostile-issuer.js';
import type { Attempt, AttackStage } from './attack-stage.js';
import { encryptedText, forgedJwe, signedText, tampered } from './forge.js';

/** One attack: row of the test matrix and what is done, how the token is made, and the reason in the log. */
export type TokenAttack = readonly [
  name: string,
  make: (stage: AttackStage, attempt: Attempt) => string | Promise<string>,
  reason: string,
];

const CLAIM = 'OAUTH_JWT_CLAIM_COMPARISON_FAILED';
const TIME = 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED';
const RESPONSE = 'OAUTH_INVALID_RESPONSE';
const KEY = 'OAUTH_KEY_SELECTION_FAILED';
const DECRYPTION = 'OAUTH_DECRYPTION_FAILED';
const FORM = 'OAUTH_UNSUPPORTED_OPERATION';

export const TOKEN_ATTACKS: readonly TokenAttack[] = [
  [
    'T1: a stranger signs under the issuer’s key name',
    by(async () => ({ key: await stranger() })),
    RESPONSE,
  ],
  [
    'T1: claims are changed after signing',
    async (stage, { redirectUrl }) => {
      const honest = await stage.issuer.token(redirectUrl, null);
      return encryptedText(tampered(honest, { 'urn:oid:2.5.4.4': 'Toinen' }), encryptionKey(stage));
    },
    RESPONSE,
  ],
  [
    'T1: the key of the signature comes with the token',
    by(async () => {
      const { privateKey, publicJwk } = await issuerKey('own');
      return { key: privateKey, header: { jwk: publicJwk, kid: 'own' } };
    }),
    KEY,
  ],
  [
    'T1: the token names where its key is',
    by(async () => ({
      key: await stranger(),
      header: { kid: 'elsewhere', jku: 'https://evil.example/jwks', x5u: 'https://evil.example/x' },
    })),
    KEY,
  ],
  [
    'T2: the key is nobody’s',
    by(async () => ({ key: await stranger(), header: { kid: 'unknown' } })),
    KEY,
  ],
  ['T3: it is not signed', by(() => ({ header: { alg: 'none' } })), RESPONSE],
  [
    'T3: the signature is cut off',
    async (stage, { redirectUrl }) => {
      const honest = await stage.issuer.token(redirectUrl, null);
      return encryptedText(honest.replace(/[^.]+$/, ''), encryptionKey(stage));
    },
    RESPONSE,
  ],
  [
    'T4: the public key is used as a shared secret',
    by((stage) => ({
      header: { alg: 'HS256' },
      key: new TextEncoder().encode(JSON.stringify(stage.issuer.key.publicJwk)),
    })),
    RESPONSE,
  ],
  ['T5: it is signed with ES256', by(() => otherAlgorithm('ES256')), RESPONSE],
  ['T5: it is signed with PS256', by(() => otherAlgorithm('PS256')), RESPONSE],
  ['T5: it is signed with RS512', by(() => otherAlgorithm('RS512')), RESPONSE],
  ['T5: it is signed with EdDSA', by(() => otherAlgorithm('EdDSA')), RESPONSE],
  [
    'T5: its header has a critical part that nobody knows',
    async (stage, { redirectUrl }) => {
      const honest = decodeJwt(await stage.issuer.token(redirectUrl, null));
      const { privateKey, publicJwk } = stage.issuer.key;
      const header = { kid: publicJwk.kid, crit: ['new'], new: 1 };
      return encryptedText(
        await signedText(JSON.stringify(honest), privateKey, header),
        encryptionKey(stage),
      );
    },
    FORM,
  ],
  ['T7: of another issuer', claims({ iss: 'https://evil.example' }), CLAIM],
  ['T7: without an issuer', claims({ iss: undefined }), RESPONSE],
  [
    'T8: of the issuer with a slash',
    (stage, attempt) => token(stage, attempt, { claims: { iss: `${stage.issuer.url}/` } }),
    CLAIM,
  ],
  ['T9: for another relying party', claims({ aud: 'somebody' }), CLAIM],
  ['T9: for nobody', claims({ aud: undefined }), RESPONSE],
  ['T9: for an empty list', claims({ aud: [] }), CLAIM],
  ['T10: for several without an authorised party', claims({ aud: ['tapaamo', 'somebody'] }), CLAIM],
  [
    'T11: for several with another authorised party',
    claims({ aud: ['tapaamo', 'somebody'], azp: 'somebody' }),
    CLAIM,
  ],
  ['T11: with another authorised party', claims({ azp: 'somebody' }), 'azp-other'],
  ['T11: with a list as authorised party', claims({ azp: ['tapaamo'] }), 'azp-other'],
  ['T12: that expired a minute ago', later({ exp: -60 }), TIME],
  ['T12: that never expires', claims({ exp: undefined }), RESPONSE],
  ['T12: whose end is a text', claims({ exp: '9999999999' }), RESPONSE],
  ['T13: that will be made in an hour', later({ iat: 3600 }), 'iat-far'],
  ['T13: that was made a week ago', later({ iat: -7 * 86_400 }), 'iat-far'],
  ['T13: that does not say when it was made', claims({ iat: undefined }), RESPONSE],
  ['T14: that is not valid yet', later({ nbf: 3600 }), TIME],
  ['T15: with the nonce of nobody', claims({ nonce: 'x'.repeat(43) }), CLAIM],
  ['T15: without a nonce', claims({ nonce: undefined }), RESPONSE],
  [
    'T15: that was made for another tab of the same browser',
    async (stage, { client, redirectUrl }) => {
      const other = await stage.start(client);
      return stage.issuer.token(
        other.redirectUrl === redirectUrl ? '' : other.redirectUrl,
        stage.keys,
      );
    },
    CLAIM,
  ],
  ['T16: without a subject', claims({ sub: undefined }), RESPONSE],
  ['T16: with an empty subject', claims({ sub: '' }), 'sub-empty'],
  ['T17: without the instant of authentication', claims({ auth_time: undefined }), RESPONSE],
  ['T17: from an authentication two minutes before', later({ auth_time: -120 }), 'auth-time-old'],
  ['T17: from an authentication a day before', later({ auth_time: -86_400 }), TIME],
  ['T17: from an authentication to come', later({ auth_time: 120 }), 'auth-time-future'],
  ['T17: whose authentication is a text', claims({ auth_time: String(nowSeconds()) }), RESPONSE],
  ['T19: without any person', claims({ 'urn:oid:1.2.246.21': undefined }), 'person-missing'],
  ['T19: with an empty identity code', claims({ 'urn:oid:1.2.246.21': ' ' }), 'person-missing'],
  [
    'T19: whose identity code is a list',
    claims({ 'urn:oid:1.2.246.21': ['291292-918R'] }),
    'person-missing',
  ],
  [
    'T19: whose identity code is a number',
    claims({ 'urn:oid:1.2.246.21': 2_912_929_181 }),
    'person-missing',
  ],
  [
    'T19: without any name',
    claims({ 'urn:oid:2.5.4.4': undefined, 'urn:oid:1.2.246.575.1.14': '' }),
    'name-missing',
  ],
  [
    'T19: with a name longer than anybody’s',
    claims({ 'urn:oid:2.5.4.4': 'a'.repeat(100_000), 'urn:oid:1.2.246.575.1.14': undefined }),
    'name-missing',
  ],
  ['T23: that is not encrypted', by(() => ({ isPlain: true })), 'token-not-encrypted'],
  [
    'T24: that is encrypted to somebody else',
    by(async (stage) => ({ encryptTo: await otherEncryptionKey(stage) })),
    DECRYPTION,
  ],
  [
    'T24: that is encrypted to a key without our name',
    by(() => ({ encryption: { kid: 'not-ours' } })),
    DECRYPTION,
  ],
  [
    'T24: whose encrypted text was changed',
    async (stage, attempt) =>
      (await token(stage, attempt, {})).replace(
        /\.([^.])([^.]*)$/,
        (_all, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`,
      ),
    DECRYPTION,
  ],
  [
    'T26: that is encrypted in a way we did not offer',
    by(() => ({ encryption: { enc: 'A256CBC-HS512' } })),
    DECRYPTION,
  ],
  ['T27: that is encrypted with RSA1_5', forged({ alg: 'RSA1_5' }), DECRYPTION],
  ['T27: that claims a key which both share', forged({ alg: 'dir' }), DECRYPTION],
  ['T28: that is compressed', forged({ alg: 'RSA-OAEP', zip: 'DEF' }), 'token-compressed'],
  [
    'T29: with a name of two hundred kilobytes',
    claims({ 'urn:oid:2.5.4.4': 'a'.repeat(200_000) }),
    'answer-too-large',
  ],
  ['a text that is no token', () => 'no token', RESPONSE],
  ['five empty parts', () => '....', DECRYPTION],
  [
    'an encrypted text that is no token',
    (stage) => encryptedText('no token', encryptionKey(stage)),
    RESPONSE,
  ],
  ...(
    [
      ['[]', RESPONSE],
      ['"text"', RESPONSE],
      ['null', RESPONSE],
      ['{', 'OAUTH_PARSE_ERROR'],
      ['', 'OAUTH_PARSE_ERROR'],
    ] as const
  ).map<TokenAttack>(([text, reason]) => [
    `a signed payload that is ${text === '' ? 'nothing' : text}`,
    async (stage) => {
      const { privateKey, publicJwk } = stage.issuer.key;
      const signed = await signedText(text, privateKey, { kid: publicJwk.kid });
      return encryptedText(signed, encryptionKey(stage));
    },
    reason,
  ]),
  [
    'an encrypted token in an encrypted token',
    async (stage, attempt) => encryptedText(await token(stage, attempt, {}), encryptionKey(stage)),
    RESPONSE,
  ],
];

/** Levels that are none that was asked for; all are refused as too weak. */
export const WEAK_LEVELS: readonly (readonly [string, unknown])[] = [
  ['T18: missing', undefined],
  ['T18: empty', ''],
  ['T18: weaker', 'http://ftn.ficora.fi/2017/loatest1'],
  ['T18: the Finnish Authenticator’s', 'urn:oid:1.2.246.517.3002.110.7'],
  ['T18: the real world’s in a test', 'http://ftn.ficora.fi/2017/loa2'],
  ['T18: in a list', ['http://ftn.ficora.fi/2017/loatest3']],
  ['T18: longer', 'http://ftn.ficora.fi/2017/loatest3/'],
  ['T18: in other letters', 'http://FTN.ficora.fi/2017/loatest3'],
  ['T18: two at once', 'http://ftn.ficora.fi/2017/loatest2 http://ftn.ficora.fi/2017/loatest3'],
];

/** A token that is honest but for the recipe. */
export function token(
  { issuer, keys }: AttackStage,
  { redirectUrl }: Attempt,
  recipe: TokenRecipe,
): Promise<string> {
  return issuer.token(redirectUrl, keys, recipe);
}

function by(recipe: (stage: AttackStage) => TokenRecipe | Promise<TokenRecipe>): TokenAttack[1] {
  return async (stage, attempt) => token(stage, attempt, await recipe(stage));
}

function claims(changed: Record<string, unknown>): TokenAttack[1] {
  return by(() => ({ claims: changed }));
}

/** Instants, in seconds from now. */
function later(shifts: Record<string, number>): TokenAttack[1] {
  return by(() => ({
    claims: Object.fromEntries(
      Object.entries(shifts).map(([claim, shift]) => [claim, nowSeconds() + shift]),
    ),
  }));
}

function forged(header: Parameters<typeof forgedJwe>[2]): TokenAttack[1] {
  return async (stage, { redirectUrl }) =>
    forgedJwe(await stage.issuer.token(redirectUrl, null), encryptionKey(stage), header);
}

async function stranger(): Promise<CryptoKey> {
  return (await issuerKey('stranger')).privateKey;
}

async function otherAlgorithm(alg: string): Promise<TokenRecipe> {
  const { privateKey } = await generateKeyPair(alg);
  return { key: privateKey, header: { alg } };
}

function encryptionKey({ keys }: AttackStage): JWK {
  return keys.publicJwks.keys.find(({ use }) => use === 'enc') ?? {};
}

async function otherEncryptionKey(stage: AttackStage): Promise<JWK> {
  const { publicKey } = await generateKeyPair('RSA-OAEP');
  return { ...(await exportJWK(publicKey)), kid: String(encryptionKey(stage).kid) };
}

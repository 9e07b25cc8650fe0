import { equalInConstantTime, type Clock, type Randomness, type Redacted } from '@tapaamo/common';
import type { Language } from '@tapaamo/contracts';
import { z } from 'zod';
import { IdentificationRejectedError } from '../identification.errors.js';
import { failureOf } from '../relying-party/oidc-failure.js';
import { providerFetch } from '../relying-party/provider/provider-fetch.js';
import { CHECKSUM_HEADER, checksumHeader } from './checksum-header.js';
import { RepresentationCheck, type BegunCheck, type CheckAnswer } from './representation-check.js';

/** Deadline of one request, in milliseconds. */
const DEADLINE_MS = 5000;

/** Longest list of persons that is looked at; a guardian chooses one. */
const PERSONS_MAX = 50;

/** Ids of theirs go into paths of ours. */
const idSchema = z.string().regex(/^[\w-]{1,200}$/);
const registeredSchema = z.object({ sessionId: idSchema, userId: idSchema });
const tokenSchema = z.object({ access_token: z.string().min(1).max(4000) });
const personsSchema = z.array(z.object({ personId: z.string() })).max(PERSONS_MAX);
const decisionSchema = z.object({ result: z.string() });

/** Where Suomi.fi e-Authorizations is and how it knows us. */
export interface SuomifiSettings {
  /** `https://asiointivaltuustarkistus.suomi.fi` in production. */
  baseUrl: string;
  clientId: string;
  apiKey: string;
  oauthSecret: string;
  /** Ours, registered there. */
  redirectUri: string;
}

/**
 * Suomi.fi e-Authorizations, Web API "on behalf of a person": register, authorise in the browser, token, delegate, and the
 * decision. Identity codes stand in the paths that it wants, so nothing of a request is ever logged or kept in an error.
 */
export class SuomifiRepresentationCheck extends RepresentationCheck {
  override readonly isOn = true;

  constructor(
    private readonly settings: SuomifiSettings,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    super();
  }

  override async begin(
    guardian: Redacted<string>,
    state: string,
    language: Language,
  ): Promise<BegunCheck> {
    const { clientId, redirectUri, baseUrl } = this.settings;
    const path = `/service/hpa/user/register/${clientId}/${encodeURIComponent(guardian.reveal())}`;
    const { sessionId, userId } = await this.#ask(path, registeredSchema);
    const url = new URL('/oauth/authorize', baseUrl);
    url.search = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      user: userId,
      state,
      lang: language,
    }).toString();
    return { session: sessionId, redirectUrl: url.href };
  }

  override async mayActFor(
    { session, code }: CheckAnswer,
    child: Redacted<string>,
  ): Promise<boolean> {
    const token = await this.#token(code);
    const chosen = await this.#ask(`/service/hpa/api/delegate/${session}`, personsSchema, token);
    const wanted = Buffer.from(child.reveal());
    if (!chosen.some(({ personId }) => equalInConstantTime(Buffer.from(personId), wanted))) {
      return false;
    }
    const path = `/service/hpa/api/authorization/${session}/${encodeURIComponent(child.reveal())}`;
    const { result } = await this.#ask(path, decisionSchema, token);
    return result === 'ALLOWED';
  }

  async #token(code: string): Promise<string> {
    const { clientId, oauthSecret, redirectUri, baseUrl } = this.settings;
    const url = new URL('/oauth/token', baseUrl);
    url.search = new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
    }).toString();
    const basic = Buffer.from(`${clientId}:${oauthSecret}`).toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    return (await this.#answer(url, { method: 'POST', headers }, tokenSchema)).access_token;
  }

  async #ask<S extends z.ZodType>(path: string, schema: S, token?: string): Promise<z.output<S>> {
    const pathAndQuery = `${path}?requestId=${this.randomness.uuid()}`;
    const time = this.clock.now().toISOString();
    const headers = {
      [CHECKSUM_HEADER]: checksumHeader(this.settings, { pathAndQuery, time }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    return this.#answer(new URL(pathAndQuery, this.settings.baseUrl), { headers }, schema);
  }

  /** Nothing of what was asked or answered goes into the error: only that it was no answer, or none that is understood. */
  async #answer<S extends z.ZodType>(url: URL, init: RequestInit, schema: S): Promise<z.output<S>> {
    try {
      const signal = AbortSignal.timeout(DEADLINE_MS);
      const response = await providerFetch(url.href, { ...init, signal });
      if (!response.ok) {
        throw new IdentificationRejectedError(`representation-${String(response.status)}`);
      }
      return schema.parse(await response.json());
    } catch (error) {
      throw error instanceof z.ZodError || error instanceof SyntaxError
        ? new IdentificationRejectedError('representation-answer')
        : failureOf(error);
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { SignInProviderTest } from '@tapaamo/contracts';
import type { ServerMetadata } from 'openid-client';
import { requireIssuer } from './issuer-rules.js';
import { ProviderGate } from './provider-gate.js';
import {
  HostNotAllowedError,
  ProviderAnswerRejectedError,
  ProviderUnavailableError,
} from './provider.errors.js';
import { StaffRelyingParty } from './staff-relying-party.js';

type Result = SignInProviderTest['result'];

/** Lets an admin see whether a provider can be used before anybody depends on it. */
@Injectable()
export class ProviderTest {
  constructor(
    private readonly relyingParty: StaffRelyingParty,
    private readonly gate: ProviderGate,
  ) {}

  /**
   * Reads what a provider says of itself. Nothing secret is sent.
   *
   * @throws FieldError (`field.invalid`), IssuerOfManyError, HostNotAllowedError
   */
  async look(issuer: string): Promise<Result> {
    requireIssuer(issuer, this.gate);
    return this.relyingParty.discover(issuer).then(
      (metadata) => (this.#isSuitable(metadata) ? 'works' : 'unsuitable'),
      (error: unknown) => resultOf(error),
    );
  }

  #isSuitable(metadata: ServerMetadata): boolean {
    const { authorization_endpoint: start, token_endpoint: exchange, jwks_uri: keys } = metadata;
    const signing = metadata['id_token_signing_alg_values_supported'];
    return (
      [start, exchange, keys].every((address) => this.#mayBeAsked(address)) &&
      (metadata.response_types_supported ?? ['code']).includes('code') &&
      (!Array.isArray(signing) || signing.includes('RS256'))
    );
  }

  #mayBeAsked(address: string | undefined): boolean {
    if (address === undefined || !URL.canParse(address)) {
      return false;
    }
    try {
      this.gate.require(new URL(address));
      return true;
    } catch {
      return false;
    }
  }
}

function resultOf(error: unknown): Result {
  if (error instanceof HostNotAllowedError) {
    return 'host-not-allowed';
  }
  if (error instanceof ProviderUnavailableError) {
    return error.reason === 'answer-too-large' ? 'no-provider' : 'unreachable';
  }
  if (error instanceof ProviderAnswerRejectedError) {
    const isOther = ['issuer-other', 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'];
    return isOther.includes(error.reason) ? 'other-issuer' : 'no-provider';
  }
  throw error;
}

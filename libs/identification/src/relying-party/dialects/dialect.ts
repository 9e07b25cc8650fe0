/** Where a dialect puts what we read of a person; several names are tried in their order. */
export interface ClaimNames {
  hetu: readonly string[];
  /** Identifier of a person from another EU country (eIDAS); such a person may have no identity code. */
  eidasPerson: readonly string[];
  familyName: readonly string[];
  givenNames: readonly string[];
  /** Whole name in one, for sources that do not tell the parts. */
  displayName: readonly string[];
  birthDate: readonly string[];
  /** The provider's name of its own session, for single logout. */
  providerSession: readonly string[];
}

/** Ways of encrypting to an RSA key that the network knows (RFC 7518 section 4.3); RSA1_5 is not one. */
export type KeyEncryption = 'RSA-OAEP' | 'RSA-OAEP-256';

/** How one family of identity providers speaks. Data only: what is done with it is the same for all. */
export interface Dialect {
  claims: ClaimNames;
  scope: string;
  /** The level that is asked for; null for those that are accepted. */
  acrValues: string | null;
  /** `prompt` of the request (OpenID Connect Core 3.1.2.1). */
  prompt: 'login' | 'consent';
  /** Whether the name of the service goes with each request (`ftn_spname`); otherwise it is registered there. */
  sendsServiceName: boolean;
  /** Whom a request object names as its audience. */
  requestAudience: 'issuer' | 'authorization-endpoint';
  /** Ways in which an ID token may be encrypted to our key, the one that we publish first. */
  keyEncryption: readonly [KeyEncryption, ...KeyEncryption[]];
  /** Accepted levels that are high (eIDAS 910/2014 article 8); the others are substantial. */
  highLevels: readonly string[];
  /** Errors by which the provider says that the person turned back. */
  cancelCodes: readonly string[];
}

import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import {
  newPasskeyOptionsSchema,
  passkeyChallengeSchema,
  type NewPasskey,
  type NewPasskeyOptions,
  type PasskeyChallenge,
  type PasskeyProof,
  type PasskeyTransport,
} from '@tapaamo/contracts';
import type { Passkey } from './passkey.entity.js';

/** How long a person has for the device to ask them, and a challenge lasts. */
export const CHALLENGE_MS = 5 * 60_000;

const CHALLENGE_BYTES = 32;

/** ES256, EdDSA and RS256: what every device in use has (WebAuthn, 5.4). */
const ALGORITHMS = [-7, -8, -257];

/** Who a passkey is made for. */
export interface PasskeyOwner {
  id: string;
  email: string;
  displayName: string;
}

/** What a new passkey proved to be. */
export type ReadPasskey = Pick<
  Passkey,
  'credentialId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'
>;

/**
 * The ceremonies of WebAuthn, for the address of this installation: its origin and host name are the only ones taken, so
 * that a passkey given to a copy of our pages opens nothing. The device must have asked the person (user verification),
 * and holds the passkey itself, so that no address is typed (discoverable credential).
 */
@Injectable()
export class WebAuthn {
  readonly #origin: string;
  readonly #host: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly randomness: Randomness,
  ) {
    ({ origin: this.#origin, hostname: this.#host } = new URL(config.PUBLIC_URL));
  }

  /** What a browser is to ask a device that makes a passkey. @param known - The person's passkeys: not made again. */
  async offerNew(
    { id, email, displayName }: PasskeyOwner,
    known: readonly Passkey[],
  ): Promise<NewPasskeyOptions> {
    const offer = await generateRegistrationOptions({
      rpName: 'Tapaamo',
      rpID: this.#host,
      userID: Uint8Array.from(Buffer.from(id)),
      userName: email,
      userDisplayName: displayName,
      challenge: this.#challenge(),
      timeout: CHALLENGE_MS,
      attestationType: 'none',
      excludeCredentials: known.map(describe),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return newPasskeyOptionsSchema.parse(offer);
  }

  /** What a browser is to ask a device that has a passkey. @param known - Only these; any of ours when left out. */
  async offerUse(known: readonly Passkey[] = []): Promise<PasskeyChallenge> {
    const offer = await generateAuthenticationOptions({
      rpID: this.#host,
      challenge: this.#challenge(),
      timeout: CHALLENGE_MS,
      userVerification: 'required',
      allowCredentials: known.map(describe),
    });
    return passkeyChallengeSchema.parse(offer);
  }

  /** Reads what a device made. @returns Null when it is not for us, not for this challenge, or did not ask the person. */
  async readNew(made: NewPasskey, challenge: string): Promise<ReadPasskey | null> {
    const { id, clientDataJSON, attestationObject, transports } = made;
    const read = await verifyRegistrationResponse({
      response: { ...wrap(id), response: { clientDataJSON, attestationObject, transports } },
      expectedChallenge: challenge,
      expectedOrigin: this.#origin,
      expectedRPID: this.#host,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(nothing);
    if (read?.verified !== true) {
      return null;
    }
    const { credential, credentialBackedUp } = read.registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      transports,
      backedUp: credentialBackedUp,
    };
  }

  /**
   * Reads a passkey's answer to a challenge.
   *
   * @returns Null when it is not this passkey's, not for us, not for this challenge, when the device did not ask the
   *   person, or counts backwards as a copy of it would.
   */
  async readUse(
    proof: PasskeyProof,
    challenge: string,
    passkey: Passkey,
  ): Promise<Pick<Passkey, 'counter' | 'backedUp'> | null> {
    const { id, clientDataJSON, authenticatorData, signature } = proof;
    const read = await verifyAuthenticationResponse({
      response: { ...wrap(id), response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: challenge,
      expectedOrigin: this.#origin,
      expectedRPID: this.#host,
      requireUserVerification: true,
      credential: {
        ...describe(passkey),
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: Number(passkey.counter),
      },
    }).catch(nothing);
    if (read?.verified !== true) {
      return null;
    }
    const { newCounter, credentialBackedUp } = read.authenticationInfo;
    return { counter: String(newCounter), backedUp: credentialBackedUp };
  }

  #challenge(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.randomness.bytes(CHALLENGE_BYTES));
  }
}

/** The library throws whatever is wrong; what it was is nobody's business outside. */
const nothing = (): null => null;

function wrap(id: string) {
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;
}

function describe({ credentialId, transports }: Passkey): {
  id: string;
  transports: PasskeyTransport[];
} {
  return { id: credentialId.toString('base64url'), transports };
}

import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type {
  NewPasskey,
  NewPasskeyOptions,
  PasskeyChallenge,
  PasskeyProof,
  PasskeyTransport,
} from '@tapaamo/contracts';

/** Whether this browser can use passkeys at all. */
export const knowsPasskeys = browserSupportsWebAuthn;

/** Lets the person's device make a passkey. @throws Error of the browser when the person gives up */
export async function makePasskey(options: NewPasskeyOptions): Promise<NewPasskey> {
  const { id, response } = await startRegistration({ optionsJSON: options });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return {
    id,
    clientDataJSON,
    attestationObject,
    transports: transports as PasskeyTransport[],
  };
}

/** Lets a passkey answer a challenge. @throws Error of the browser when the person gives up */
export async function askPasskey(challenge: PasskeyChallenge): Promise<PasskeyProof> {
  const { id, response } = await startAuthentication({ optionsJSON: challenge });
  const { clientDataJSON, authenticatorData, signature, userHandle = null } = response;
  return { id, clientDataJSON, authenticatorData, signature, userHandle };
}

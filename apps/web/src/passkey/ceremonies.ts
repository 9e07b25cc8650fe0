import {
  WebAuthnAbortService,
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
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

/** Whether this browser can offer passkeys where an address is typed. */
export const suggestsPasskeys = browserSupportsWebAuthnAutofill;

/** Ends whatever waits for a passkey. */
export const stopAskingPasskeys = () => WebAuthnAbortService.cancelCeremony();

/**
 * Lets a passkey answer a challenge.
 *
 * @param isSuggested - Nothing is shown: the browser offers passkeys beside the address field, which ends its `autocomplete`
 *   with `webauthn`, until the person takes one or something else is asked.
 * @throws Error of the browser when the person gives up
 */
export async function askPasskey(
  challenge: PasskeyChallenge,
  isSuggested = false,
): Promise<PasskeyProof> {
  const { id, response } = await startAuthentication({
    optionsJSON: challenge,
    useBrowserAutofill: isSuggested,
  });
  const { clientDataJSON, authenticatorData, signature, userHandle = null } = response;
  return { id, clientDataJSON, authenticatorData, signature, userHandle };
}

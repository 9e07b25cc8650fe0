import { createContext, useContext } from 'react';

/** Does something, once more after a proof of who it is when the server asks for one. */
export type WithProof = <Answer>(act: () => Promise<Answer>) => Promise<Answer>;

/** How the page asks for a proof. */
export const ProofContext = createContext<WithProof>((act) => act());

/** What the account's acts go through. */
export function useProof(): WithProof {
  return useContext(ProofContext);
}

/** The person did not want to prove who they are; nothing was done, and nothing needs to be said. */
export class ProofDeclined extends Error {
  override readonly name = 'ProofDeclined';
}

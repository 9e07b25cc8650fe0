import { useCallback, useState, type ReactNode } from 'react';
import { hasCode } from '../../api/api-problem.js';
import { ProofContext, ProofDeclined, type WithProof } from './proof.js';
import { ProofDialog } from './proof-dialog.js';

/** Who waits for a proof: goes on, or learns that there will be none. */
interface Waiting {
  proved: () => void;
  declined: () => void;
}

/**
 * Lets acts within ask for a proof of who it is. When the server wants one, the person is asked in a dialog over the page
 * and the act goes on by itself: nothing typed is lost.
 */
export function ProofKeeper({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<Waiting>();
  const withProof = useCallback<WithProof>(async (act) => {
    try {
      return await act();
    } catch (error) {
      if (!hasCode(error, 'account.confirm-first')) {
        throw error;
      }
    }
    await new Promise<void>((resolve, reject) => {
      setWaiting({ proved: resolve, declined: () => reject(new ProofDeclined()) });
    }).finally(() => setWaiting(undefined));
    return act();
  }, []);
  return (
    <ProofContext value={withProof}>
      {children}
      {waiting !== undefined && (
        <ProofDialog onProved={waiting.proved} onCancel={waiting.declined} />
      )}
    </ProofContext>
  );
}

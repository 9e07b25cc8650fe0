import type { ReactNode } from 'react';
import { InlineAlert } from 'suomifi-ui-components';

interface NoticeProps {
  children: ReactNode;
  status?: 'neutral' | 'warning' | 'error';
  /** Short heading of the notice. */
  label?: string;
  testId?: string;
}

/** A sentence that deserves to be noticed; errors are read aloud at once, the rest in their turn. */
export function Notice({ children, status = 'neutral', label, testId }: NoticeProps) {
  return (
    <div role={status === 'error' ? 'alert' : 'status'} data-testid={testId}>
      <InlineAlert status={status} labelText={label} smallScreen>
        {children}
      </InlineAlert>
    </div>
  );
}

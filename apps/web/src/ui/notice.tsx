import type { ReactNode } from 'react';
import { InlineAlert } from 'suomifi-ui-components';

interface NoticeProps {
  children: ReactNode;
  status?: 'neutral' | 'warning' | 'error';
  /** Short heading of the notice. */
  label?: string;
  testId?: string;
  /** It stands in a region that is read aloud by itself. */
  isInRegion?: boolean;
}

/** A sentence that deserves to be noticed; errors are read aloud at once, the rest in their turn. */
export function Notice(props: NoticeProps) {
  const { children, status = 'neutral', label, testId, isInRegion = false } = props;
  const role = status === 'error' ? 'alert' : 'status';
  return (
    <div role={isInRegion ? undefined : role} data-testid={testId}>
      <InlineAlert status={status} labelText={label} smallScreen>
        {children}
      </InlineAlert>
    </div>
  );
}

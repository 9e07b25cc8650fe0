import type { ReactNode, SubmitEvent } from 'react';
import { problemText } from '../api/problem-text.js';
import { useTexts } from '../i18n/index.js';
import { Notice } from '../ui/notice.js';
import { Stack } from '../ui/stack.js';

interface FormFrameProps {
  /** Checks the fields and sends them. */
  onSubmit: (event: SubmitEvent) => Promise<void>;
  /** What was asked of the server last. */
  act: { isError: boolean; error: unknown };
  gap?: 'm' | 'l';
  testId?: string;
  /** Of the notice that says why it failed. */
  errorTestId: string;
  children: ReactNode;
}

/** A form: why it failed the last time, and then its fields, each of which says its own problem. */
export function FormFrame(props: FormFrameProps) {
  const { onSubmit, act, gap = 'l', testId, errorTestId, children } = props;
  const { language } = useTexts();
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} data-testid={testId}>
      <Stack gap={gap}>
        {act.isError && (
          <Notice status="error" testId={errorTestId}>
            {problemText(act.error, language)}
          </Notice>
        )}
        {children}
      </Stack>
    </form>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import styles from './staff.module.css';

interface StaffFrameProps {
  testId: string;
  /** A table needs the whole width, a form is read better in less. */
  width?: 'narrow' | 'wide';
  children: ReactNode;
}

/** The frame of a page below the list of staff, with the way back to it. */
export function StaffFrame({ testId, width = 'narrow', children }: StaffFrameProps) {
  const { t } = useTexts();
  return (
    <div className={width === 'narrow' ? styles.narrow : undefined}>
      <Stack gap="l" testId={testId}>
        <p>
          <Link to="/staff">{t('staff.backToList')}</Link>
        </p>
        {children}
      </Stack>
    </div>
  );
}

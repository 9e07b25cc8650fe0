import type { ReactNode } from 'react';
import { Stack } from '../../ui/stack.js';
import styles from './settings.module.css';

interface FieldGroupProps {
  legend: string;
  hint?: string;
  children: ReactNode;
}

/** Fields that belong together, side by side where there is room. */
export function FieldGroup({ legend, hint, children }: FieldGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <Stack>
        {hint !== undefined && <p>{hint}</p>}
        <div className={styles.columns}>{children}</div>
      </Stack>
    </fieldset>
  );
}

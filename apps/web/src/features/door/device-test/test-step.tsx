import type { ReactNode } from 'react';
import { Badge, type BadgeMood } from '../../../ui/badge.js';
import styles from './device-test.module.css';

interface TestStepProps {
  heading: string;
  /** How it stands, in words. */
  state: string;
  mood: BadgeMood;
  children?: ReactNode;
  testId: string;
}

/** One thing that is tested: its name, how it stands, and what belongs to it. A change is read aloud in its turn. */
export function TestStep({ heading, state, mood, children, testId }: TestStepProps) {
  return (
    <li className={styles.step} data-testid={testId} data-mood={mood}>
      <div className={styles.stepHead}>
        <h2>{heading}</h2>
        <p role="status">
          <Badge mood={mood}>{state}</Badge>
        </p>
      </div>
      {children}
    </li>
  );
}

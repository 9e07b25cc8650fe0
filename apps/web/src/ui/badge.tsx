import type { ReactNode } from 'react';
import {
  IconCheckCircle,
  IconClock,
  IconErrorFilled,
  IconInfo,
  IconWarning,
} from 'suomifi-ui-components';
import styles from './badge.module.css';

/** Mood of a badge. Each has an icon of its own, so colour never carries the meaning alone. */
export type BadgeMood = 'good' | 'quiet' | 'waiting' | 'doubtful' | 'bad';

const ICONS = {
  good: IconCheckCircle,
  quiet: IconInfo,
  waiting: IconClock,
  doubtful: IconWarning,
  bad: IconErrorFilled,
};

interface BadgeProps {
  mood: BadgeMood;
  children: ReactNode;
  testId?: string;
}

/** A short state in words, with an icon. */
export function Badge({ mood, children, testId }: BadgeProps) {
  const Icon = ICONS[mood];
  return (
    <span className={`${styles.badge} ${styles[mood]}`} data-testid={testId} data-mood={mood}>
      <Icon aria-hidden="true" className={styles.icon} />
      <span>{children}</span>
    </span>
  );
}

import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Counts } from '../../ui/counts.js';

const COUNTS = [
  ['dueNext24Hours', 'due-next-24-hours'],
  ['dueNext31Days', 'due-next-31-days'],
  ['dueInAll', 'due-in-all'],
  ['held', 'held'],
  ['doneLast24Hours', 'done-last-24-hours'],
  ['doneInAll', 'done-in-all'],
] as const satisfies readonly (readonly [keyof Forgetting, string])[];

/** The counts, each with its meaning in words. */
export function ForgettingCounts({ forgetting }: { forgetting: Forgetting }) {
  const { t } = useTexts();
  const counts = COUNTS.map(([name, testId]) => ({
    text: t(`forgetting.${name}`),
    value: forgetting[name],
    testId,
  }));
  return <Counts counts={counts} />;
}

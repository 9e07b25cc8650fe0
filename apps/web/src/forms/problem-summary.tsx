import { useEffect, useRef } from 'react';
import { ErrorSummary } from 'suomifi-ui-components';
import { useTexts } from '../i18n/index.js';

interface ProblemSummaryProps<Field extends string> {
  /** The fields in the order of the page. */
  fields: readonly Field[];
  problemOf: (field: Field) => string | undefined;
  labelOf: (field: Field) => string;
}

/**
 * Every problem of a form at once, each a link to its field. It takes the focus when it appears, so that nobody
 * has to search for what was refused. Give it a new `key` at each submission.
 */
export function ProblemSummary<Field extends string>(props: ProblemSummaryProps<Field>) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const items = props.fields.flatMap((field) => {
    const problem = props.problemOf(field);
    return problem === undefined
      ? []
      : [{ text: `${props.labelOf(field)}: ${problem}`, inputId: `field-${field}` }];
  });
  if (items.length === 0) {
    return null;
  }
  return (
    <ErrorSummary
      headingText={t('shared.problemSummary')}
      headingVariant="h2"
      headingRef={heading}
      items={items}
      smallScreen
      data-testid="problem-summary"
    />
  );
}

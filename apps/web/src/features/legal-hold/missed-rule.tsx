import { HOLD_ALARM_DAYS, missedReviewSchema, type MissedReview } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Stack } from '../../ui/stack.js';
import { useSetHoldRule } from './queries.js';

/** What becomes of a hold that nobody looks at again; the organisation's own choice. */
export function MissedRule({ onMissed }: { onMissed: MissedReview }) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState(onMissed);
  const save = useSetHoldRule();
  return (
    <Stack surface="card" testId="missed-rule">
      <h2 tabIndex={-1}>{t('holds.ruleHeading')}</h2>
      <p>{t('holds.ruleText')}</p>
      {save.isError && <Failure error={save.error} />}
      <RadioButtonGroup
        id="missed-rule"
        name="missed-rule"
        labelText={t('holds.ruleLabel')}
        value={chosen}
        onChange={(value) => setChosen(missedReviewSchema.parse(value))}
      >
        {missedReviewSchema.options.map((value) => (
          <RadioButton
            key={value}
            value={value}
            hintText={t(`holds.rule.${value}.hint`, { days: HOLD_ALARM_DAYS })}
          >
            {t(`holds.rule.${value}.text`)}
          </RadioButton>
        ))}
      </RadioButtonGroup>
      <p>{t('holds.ruleFromNow')}</p>
      {chosen !== onMissed && (
        <div>
          <Button
            aria-disabled={save.isPending}
            onClick={() => {
              if (!save.isPending) {
                save.mutate(chosen);
              }
            }}
            data-testid="save-hold-rule"
          >
            {t('holds.ruleSave')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

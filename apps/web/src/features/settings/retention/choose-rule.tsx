import {
  RELATIONSHIP_PERIOD,
  RETENTION_PERIODS,
  type RetentionChoice,
  type ServiceRetention,
} from '@tapaamo/contracts';
import { useState } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { useRuleText } from '../../retention/index.js';
import { PreviewText } from './preview-text.js';
import { useRetentionPreview, useSendRetention } from './retention-queries.js';

/** What is offered, the shortest first. */
const CHOICES: readonly RetentionChoice[] = [
  ...RETENTION_PERIODS.map((period) => ({ anchor: 'visit-end', period }) as const),
  { anchor: 'relationship-end', period: RELATIONSHIP_PERIOD },
];

const keyOf = ({ anchor, period }: { anchor: string; period: string }) => `${anchor}/${period}`;

/** Another policy, with what it would do before it is saved. */
export function ChooseRule({ service }: { service: ServiceRetention }) {
  const { t } = useTexts();
  const ruleText = useRuleText();
  const { serviceId } = service;
  const present = keyOf(service);
  const [chosen, setChosen] = useState(present);
  const rule = CHOICES.find((one) => keyOf(one) === chosen && chosen !== present) ?? null;
  const preview = useRetentionPreview(serviceId, rule);
  const send = useSendRetention(serviceId);
  const name = `rule-${serviceId}`;
  return (
    <>
      <RadioButtonGroup
        id={name}
        name={name}
        labelText={t('retention.choose')}
        value={chosen}
        onChange={setChosen}
      >
        {CHOICES.map((one) => (
          <RadioButton key={keyOf(one)} value={keyOf(one)}>
            {ruleText(one)}
          </RadioButton>
        ))}
      </RadioButtonGroup>
      <p role="status" data-testid="retention-preview">
        {rule !== null && preview.data !== undefined && <PreviewText preview={preview.data} />}{' '}
        {rule?.anchor === 'relationship-end' && t('retention.asksOfRelationship')}
      </p>
      {preview.error !== null && (
        <Failure error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {send.isError && <Failure error={send.error} />}
      {rule !== null && preview.data !== undefined && (
        <div>
          <Button
            aria-disabled={send.isPending}
            onClick={() => {
              if (!send.isPending) {
                const { affected } = preview.data;
                send.mutate({ act: '', request: { ...rule, affected } });
              }
            }}
            data-testid="change-retention"
          >
            {t(preview.data.direction === 'shorter' ? 'retention.propose' : 'retention.save')}
          </Button>
        </div>
      )}
    </>
  );
}

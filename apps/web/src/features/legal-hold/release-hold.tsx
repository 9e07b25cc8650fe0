import type { Hold } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { CheckField } from '../../forms/check-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { HoldForm } from './hold-form.js';
import { useHoldAct } from './queries.js';

interface ReleaseValues {
  personTold: boolean;
}

const toldFirst = problemResolver<ReleaseValues>(({ personTold }) =>
  personTold ? [] : [{ field: 'personTold', code: 'hold.tell-first' }],
);

/** The end of a hold. Whoever asked for a restriction is told before it is lifted. */
export function ReleaseHold({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const { t } = useTexts();
  const send = useHoldAct(hold.id);
  const problemText = useCodeText();
  const isRestriction = hold.kind === 'restriction';
  const form = useForm<ReleaseValues>({
    // The summary takes the focus instead: it names every problem at once.
    shouldFocusError: false,
    defaultValues: { personTold: false },
    ...(isRestriction ? { resolver: toldFirst } : {}),
  });
  const submit = form.handleSubmit(({ personTold }) =>
    send.mutateAsync({ act: 'release', request: { personTold } }).then(onClose, () => undefined),
  );
  const { errors, isSubmitting, submitCount } = form.formState;
  return (
    <HoldForm
      heading={t('holds.releaseHeading')}
      sendText={t('holds.release')}
      act={send}
      form={{ isSubmitting, submitCount }}
      problems={[
        {
          field: 'personTold',
          label: t('holds.personTold'),
          problem: problemText(errors.personTold?.type),
        },
      ]}
      beginsAt="cancel"
      onSubmit={submit}
      onClose={onClose}
      testId="release-hold"
    >
      <p>{t('holds.releaseText')}</p>
      {isRestriction && (
        <>
          <p>{t('holds.tellFirst')}</p>
          <CheckField
            control={form.control}
            problemText={problemText}
            name="personTold"
            label={t('holds.personTold')}
          />
        </>
      )}
    </HoldForm>
  );
}

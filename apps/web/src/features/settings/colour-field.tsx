import { COLOUR, LEAST_CONTRAST, contrastWithWhite, nearestReadable } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { TextField } from '../../forms/text-field.js';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import type { OrganisationValues } from './organisation-values.js';
import styles from './settings.module.css';

/** The accent colour, written or picked; one that cannot be read comes with the nearest that can. */
export function ColourField(props: FieldProps<OrganisationValues>) {
  const { t } = useTexts();
  const { value, onChange } = useField(props);
  const colour = String(value);
  const nearest = COLOUR.test(colour) ? nearestReadable(colour) : undefined;
  const isPale = COLOUR.test(colour) && contrastWithWhite(colour) < LEAST_CONTRAST;
  return (
    <Stack gap="s">
      <TextField {...props} autoComplete="off" />
      <div className={styles.colour}>
        <input
          type="color"
          value={COLOUR.test(colour) ? colour : '#003479'}
          aria-label={t('settings.pickColour')}
          onChange={(event) => onChange(event.target.value)}
        />
        {isPale && (
          <Button
            variant="secondary"
            onClick={() => onChange(nearest)}
            data-testid="use-nearest-colour"
          >
            {t('settings.useNearest', { colour: nearest })}
          </Button>
        )}
      </div>
    </Stack>
  );
}

import type { MessagePlaceholder } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Stack } from '../../../ui/stack.js';
import styles from './messages.module.css';

interface PlaceListProps {
  places: { allowed: readonly MessagePlaceholder[]; needed: readonly MessagePlaceholder[] };
  /** Puts a place into the text. */
  onInsert: (name: MessagePlaceholder) => void;
}

/** What may stand in braces, what comes there, and what a text cannot do without. A press puts it into the text. */
export function PlaceList({ places: { allowed, needed }, onInsert }: PlaceListProps) {
  const { t } = useTexts();
  return (
    <Stack gap="s">
      <p>{t('messageTexts.places')}</p>
      <ul className={styles.places}>
        {allowed.map((name) => {
          const meaning = t(`messageTexts.place_${name}`);
          return (
            <li key={name}>
              <Button
                variant="secondary"
                aria-label={t('messageTexts.insert', { place: `{${name}}`, meaning })}
                onClick={() => onInsert(name)}
                data-testid={`insert-${name}`}
              >
                {`{${name}}`}
              </Button>
              <span>
                {meaning}
                {needed.includes(name) && ` (${t('messageTexts.needed')})`}
              </span>
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}

import type { MessagePlaceholder } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { Stack } from '../../../ui/stack.js';
import styles from './messages.module.css';

interface PlaceListProps {
  places: { allowed: readonly MessagePlaceholder[]; needed: readonly MessagePlaceholder[] };
}

/** What may stand in braces, what comes there, and what a text cannot do without. */
export function PlaceList({ places: { allowed, needed } }: PlaceListProps) {
  const { t } = useTexts();
  return (
    <Stack gap="s">
      <p>{t('messageTexts.places')}</p>
      <dl className={styles.places}>
        {allowed.map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{`{${name}}`}</dt>
            <dd>
              {t(`messageTexts.place_${name}`)}
              {needed.includes(name) && ` (${t('messageTexts.needed')})`}
            </dd>
          </div>
        ))}
      </dl>
    </Stack>
  );
}

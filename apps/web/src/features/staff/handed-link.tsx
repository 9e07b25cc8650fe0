import type { InvitationLink } from '@tapaamo/contracts';
import { useId, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Stack } from '../../ui/stack.js';
import styles from './staff.module.css';

/** A link to hand over. It is shown this once; who reloads the page makes a new one. */
export function HandedLink({ link: { link, expiresAt } }: { link: InvitationLink }) {
  const { t, language } = useTexts();
  const id = useId();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <Stack gap="s" testId="handed-link">
      <label htmlFor={id}>{t('staff.linkLabel')}</label>
      <input
        id={id}
        className={styles.link}
        readOnly
        value={link}
        aria-describedby={`${id}-hint`}
        onFocus={({ target }) => target.select()}
        data-testid="invitation-link"
      />
      <p id={`${id}-hint`}>
        {t('staff.linkHint', { time: formatDateAndTime(expiresAt, language) })}
      </p>
      <div>
        <Button variant="secondary" onClick={copy} data-testid="copy-link">
          {t('staff.copy')}
        </Button>
      </div>
      <p role="status">{copied !== 'no' && t(`staff.copied_${copied}`)}</p>
    </Stack>
  );
}

import { useId, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { formatDate } from '../../time/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useFeed, useRenewFeed, useRevokeFeed } from './queries.js';
import styles from './availability.module.css';

/** One's own visits in one's own calendar program: the address for it, shown once. */
export function FeedSection() {
  const { t, language } = useTexts();
  const since = useFeed().data?.since;
  const renew = useRenewFeed();
  const revoke = useRevokeFeed();
  const [asks, setAsks] = useState<'nothing' | 'renew' | 'revoke'>('nothing');
  const error = renew.error ?? revoke.error;
  const act = (what: 'renew' | 'revoke') => {
    setAsks('nothing');
    renew.reset();
    (what === 'renew' ? renew : revoke).mutate();
  };
  return since === undefined ? null : (
    <section aria-labelledby="calendar-feed" data-testid="calendar-feed">
      <Stack>
        <h2 id="calendar-feed">{t('availability.feed')}</h2>
        <p className={styles.hint}>{t('availability.feedLead')}</p>
        {since !== null && (
          <p>{t('availability.feedSince', { date: formatDate(since, language) })}</p>
        )}
        {renew.data !== undefined && <FeedAddress address={renew.data.address} />}
        {error !== null && <Notice status="error">{problemText(error, language)}</Notice>}
        <Actions>
          <Button
            variant="secondary"
            onClick={() => (since === null ? act('renew') : setAsks('renew'))}
            data-testid="renew-feed"
          >
            {t(since === null ? 'availability.feedMake' : 'availability.feedRenew')}
          </Button>
          {since !== null && (
            <Button
              variant="secondaryNoBorder"
              onClick={() => setAsks('revoke')}
              data-testid="revoke-feed"
            >
              {t('availability.feedRevoke')}
            </Button>
          )}
        </Actions>
        {asks !== 'nothing' && (
          <ConfirmDialog
            heading={t(`availability.feedQuestion_${asks}`)}
            confirmText={t(asks === 'renew' ? 'availability.feedRenew' : 'availability.feedRevoke')}
            cancelText={t('staff.cancel')}
            testId="confirm-feed"
            onConfirm={() => act(asks)}
            onCancel={() => setAsks('nothing')}
          >
            {t('availability.feedQuestionText')}
          </ConfirmDialog>
        )}
      </Stack>
    </section>
  );
}

/** The address, shown this once; who reloads the page makes a new one. */
function FeedAddress({ address }: { address: string }) {
  const { t } = useTexts();
  const id = useId();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <Stack gap="s">
      <label htmlFor={id}>{t('availability.feedAddress')}</label>
      <input
        id={id}
        className={styles.address}
        readOnly
        value={address}
        aria-describedby={`${id}-hint`}
        onFocus={({ target }) => target.select()}
        data-testid="feed-address"
      />
      <p id={`${id}-hint`}>{t('availability.feedAddressHint')}</p>
      <div>
        <Button variant="secondary" onClick={copy} data-testid="copy-feed">
          {t('staff.copy')}
        </Button>
      </div>
      <p role="status">{copied !== 'no' && t(`staff.copied_${copied}`)}</p>
    </Stack>
  );
}

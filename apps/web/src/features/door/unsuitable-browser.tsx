import { useEffect, useId, useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { factsOfBrowser } from './facts-of-browser.js';
import { unsuitableBrowser } from './in-app-browser.js';
import styles from './unsuitable-browser.module.css';

/**
 * Browsers inside message apps often have no camera. It is told before the link is used,
 * while the whole address can still be copied to another browser.
 */
export function UnsuitableBrowser() {
  const { t } = useTexts();
  const [found] = useState(() => unsuitableBrowser(factsOfBrowser()));
  if (found === null) {
    return null;
  }
  const { kind, device } = found;
  return (
    <Notice
      status="warning"
      label={t(kind === 'no-camera' ? 'door.browserHeading' : 'door.inAppHeading')}
      testId="unsuitable-browser"
    >
      <Stack gap="s">
        <p>{t(kind === 'no-camera' ? 'door.browserText' : 'door.inAppText')}</p>
        <p>{t(`door.browserHow_${device}`)}</p>
        <CopyLink />
      </Stack>
    </Notice>
  );
}

/** Copies the whole address; where that is refused the address stands there to be marked and copied by hand. */
function CopyLink() {
  const { t } = useTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = () => void copyText(location.href).then(setCopied);
  useEffect(() => {
    if (copied === 'refused') {
      field.current?.select();
    }
  }, [copied]);
  return (
    <>
      <Button variant="secondary" onClick={copy} data-testid="copy-link">
        {copied === 'yes' ? t('door.linkCopied') : t('door.copyLink')}
      </Button>
      <p role="status" className="visually-hidden">
        {copied === 'yes' && t('door.linkCopied')}
      </p>
      {copied === 'refused' && (
        <>
          <label htmlFor={id}>{t('door.copyByHand')}</label>
          <input
            ref={field}
            id={id}
            className={styles.link}
            readOnly
            value={location.href}
            onFocus={({ target }) => target.select()}
            data-testid="link-to-copy"
          />
        </>
      )}
    </>
  );
}

async function copyText(text: string): Promise<'yes' | 'refused'> {
  // The types promise it always; old and embedded browsers do not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) {
    return 'refused';
  }
  return clipboard.writeText(text).then(
    () => 'yes',
    () => 'refused',
  );
}

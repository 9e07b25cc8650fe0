import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';

/**
 * Browsers inside message apps often have no camera. It is told before the link is used,
 * while the whole address can still be copied to another browser.
 */
export function UnsuitableBrowser() {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  // The types promise it always; old and embedded browsers do not.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (media !== undefined && typeof RTCPeerConnection !== 'undefined') {
    return null;
  }
  const copy = () => {
    void navigator.clipboard.writeText(location.href).then(() => setCopied(true));
  };
  return (
    <Notice status="warning" label={t('door.browserHeading')} testId="unsuitable-browser">
      <Stack gap="s">
        <p>{t('door.browserText')}</p>
        <Button variant="secondary" onClick={copy}>
          {copied ? t('door.linkCopied') : t('door.copyLink')}
        </Button>
      </Stack>
    </Notice>
  );
}

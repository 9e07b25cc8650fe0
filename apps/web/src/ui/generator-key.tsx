import type { NewGenerator } from '@tapaamo/contracts';
import { useTexts } from '../i18n/index.js';
import styles from './generator-key.module.css';
import { QrCode } from './qr-code.js';
import { Stack } from './stack.js';

/** The key that an authenticator app is to be given: as a picture, and for typing. */
export function GeneratorKey({ generator }: { generator: NewGenerator }) {
  const { t } = useTexts();
  return (
    <Stack>
      <p>{t('invitation.appHelp')}</p>
      <QrCode text={generator.address} label={t('invitation.picture')} />
      <p>
        {t('invitation.typeKey')}{' '}
        <code className={styles.key} data-testid="generator-key">
          {generator.secret}
        </code>
      </p>
    </Stack>
  );
}

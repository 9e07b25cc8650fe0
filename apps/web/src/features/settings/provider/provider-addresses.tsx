import type { SignInProviderSettings } from '@tapaamo/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Stack } from '../../../ui/stack.js';
import styles from './provider.module.css';

/** What is entered at the provider, to copy. */
export function ProviderAddresses({ settings }: { settings: SignInProviderSettings }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState('');
  const copy = (address: string) => {
    void navigator.clipboard.writeText(address).then(() => setCopied(address));
  };
  return (
    <Stack surface="card" testId="provider-addresses">
      <h2>{t('providerSettings.addresses')}</h2>
      <dl className={styles.addresses}>
        {(['redirectUri', 'signInAddress'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`providerSettings.${name}`)}</dt>
            <dd>
              <code data-testid={name}>{settings[name]}</code>
              <Button
                variant="secondaryNoBorder"
                onClick={() => copy(settings[name])}
                aria-label={`${t('providerSettings.copy')}: ${t(`providerSettings.${name}`)}`}
              >
                {t('providerSettings.copy')}
              </Button>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('providerSettings.domains')}</dt>
          <dd data-testid="assigned-domains">
            {settings.domains.length === 0
              ? t('providerSettings.noDomains')
              : settings.domains.join(', ')}
          </dd>
        </div>
      </dl>
      <p>{t('providerSettings.domainsHint')}</p>
      <p role="status">{copied === '' ? '' : t('providerSettings.copied')}</p>
      <p>
        <Link to="/guide/admin">{t('providerSettings.guide')}</Link>
      </p>
    </Stack>
  );
}

import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import styles from './settings.module.css';

/** The frame of a page of settings, with the way to the others. */
export function SettingsFrame({ testId, children }: { testId: string; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className={styles.narrow}>
      <Stack gap="l" testId={testId}>
        <nav className={styles.tabs} aria-label={t('settings.heading')}>
          <NavLink to="/settings" end>
            {t('settings.organisationHeading')}
          </NavLink>
          <NavLink to="/settings/services">{t('settings.servicesHeading')}</NavLink>
          <NavLink to="/settings/retention">{t('retention.heading')}</NavLink>
          <NavLink to="/settings/messages">{t('messageTexts.heading')}</NavLink>
          <NavLink to="/settings/sign-in">{t('providerSettings.heading')}</NavLink>
          <NavLink to="/settings/record-system">{t('recordSystem.heading')}</NavLink>
          <NavLink to="/settings/record-keys">{t('recordKeys.heading')}</NavLink>
          <NavLink to="/settings/export">{t('visitExport.heading')}</NavLink>
        </nav>
        {children}
      </Stack>
    </div>
  );
}

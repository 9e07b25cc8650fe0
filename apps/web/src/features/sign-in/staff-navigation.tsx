import type { Me } from '@tapaamo/contracts';
import { Link, NavLink } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { homeOf } from './home-of.js';
import { useSignOut } from './queries.js';
import styles from './staff-navigation.module.css';

/** The way to one's own page, the guide and out. */
export function StaffNavigation({ me }: { me: Me }) {
  const { t } = useTexts();
  const signOut = useSignOut();
  return (
    <nav className={styles.navigation} aria-label={t('shared.mainNavigation')}>
      <NavLink to={homeOf(me.role)}>
        {me.role === 'admin' ? t('forgetting.heading') : t('bookings.heading')}
      </NavLink>
      <Link to={me.role === 'admin' ? '/guide/admin' : '/guide/professional'}>
        {t('shared.guide')}
      </Link>
      <span className={styles.name} data-testid="own-name">
        {me.displayName}
      </span>
      <button type="button" onClick={() => signOut.mutate()} data-testid="sign-out">
        {t('signIn.signOut')}
      </button>
    </nav>
  );
}

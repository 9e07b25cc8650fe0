import type { Me } from '@tapaamo/contracts';
import { Link, NavLink, useLocation } from 'react-router';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { homeOf } from './home-of.js';
import { useSignOut } from './queries.js';
import { STAFF_PLACES } from './staff-places.js';
import styles from './staff-navigation.module.css';

/** The way to one's own page, the guide and out. */
export function StaffNavigation({ me }: { me: Me }) {
  const { t, language } = useTexts();
  const signOut = useSignOut();
  // From a visit it opens beside the page: whoever is in the call stays there.
  const inVisit = useLocation().pathname.startsWith('/visits/');
  const guide = homeOf(me.roles) === '/bookings' ? '/guide/professional' : '/guide/admin';
  const places = STAFF_PLACES.filter(({ roles }) => roles.some((role) => me.roles.includes(role)));
  return (
    <nav className={styles.navigation} aria-label={t('shared.mainNavigation')}>
      <div className={styles.group}>
        {places.map(({ path, text }) => (
          <NavLink key={path} to={path}>
            {t(text)}
          </NavLink>
        ))}
        {inVisit ? (
          <a href={guide} target="_blank" rel="noopener noreferrer" data-testid="guide">
            {t('shared.guide')}
            <span className={styles.unseen}> {t('shared.newTab')}</span>
          </a>
        ) : (
          <Link to={guide} data-testid="guide">
            {t('shared.guide')}
          </Link>
        )}
      </div>
      <div className={styles.group}>
        <NavLink to="/account" data-testid="to-account">
          <span className={styles.unseen}>{t('account.heading')}: </span>
          <span data-testid="own-name">{me.displayName}</span>
        </NavLink>
        <button type="button" onClick={() => signOut.mutate()} data-testid="sign-out">
          {t('signIn.signOut')}
        </button>
      </div>
      {signOut.isError && (
        <div className={styles.notice}>
          <Notice status="error" label={t('signIn.notSignedOut')} testId="sign-out-error">
            {problemText(signOut.error, language)}
          </Notice>
        </div>
      )}
    </nav>
  );
}

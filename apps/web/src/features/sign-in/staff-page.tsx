import type { StaffRole } from '@tapaamo/contracts';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { hasCode } from '../../api/api-problem.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageFrame } from '../../ui/page-frame.js';
import { homeOf } from './home-of.js';
import { useMe } from './queries.js';
import { signInAddress } from './return-path.js';
import { useSignOutElsewhere } from './sign-out-channel.js';
import { StaffNavigation } from './staff-navigation.js';

interface StaffPageProps {
  /** Whose page it is; others are led to their own. */
  role: StaffRole;
  children: ReactNode;
}

/** A page for signed-in staff. Whoever is not signed in goes to sign in and comes back here. */
export function StaffPage({ role, children }: StaffPageProps) {
  const { language } = useTexts();
  const { pathname, search } = useLocation();
  const me = useMe();
  useSignOutElsewhere();
  if (hasCode(me.error, 'access.sign-in-required')) {
    return <Navigate to={signInAddress(pathname + search)} replace />;
  }
  if (me.data !== undefined && me.data.role !== role) {
    return <Navigate to={homeOf(me.data.role)} replace />;
  }
  return (
    <PageFrame
      owner={me.data?.organisation.name[language]}
      navigation={me.data && <StaffNavigation me={me.data} />}
    >
      {me.data !== undefined ? (
        children
      ) : me.isError ? (
        <Failure error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <Loading />
      )}
    </PageFrame>
  );
}

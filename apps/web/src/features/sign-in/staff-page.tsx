import type { StaffRole } from '@tapaamo/contracts';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { TabStream } from '../../api/use-visit-changes.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageFrame } from '../../ui/page-frame.js';
import { useAccent } from '../../ui/use-accent.js';
import { homeOf } from './home-of.js';
import { useAppearance, useMe } from './queries.js';
import { signInAddress } from './return-path.js';
import { useKeptPage } from './session-over.js';
import { useSignOutElsewhere } from './sign-out-channel.js';
import { StaffNavigation } from './staff-navigation.js';
import { useStaffStream } from './use-staff-stream.js';

interface StaffPageProps {
  /** Whose page it is, any of these; others are led to their own. */
  roles: readonly StaffRole[];
  children: ReactNode;
}

/**
 * A page for signed-in staff. Whoever is not signed in goes to sign in and comes back here; so does whoever is signed
 * in no more, within a second, but not out of a meeting that goes on.
 */
export function StaffPage({ roles, children }: StaffPageProps) {
  const { language } = useTexts();
  const { pathname, search } = useLocation();
  const me = useMe();
  const stream = useStaffStream(me.data?.roles);
  useSignOutElsewhere();
  const appearance = useAppearance(me.isSuccess).data;
  useAccent(appearance?.accentColour);
  const { notice, mustSignIn } = useKeptPage(me);
  if (mustSignIn) {
    return <Navigate to={signInAddress(pathname + search)} replace />;
  }
  if (me.data !== undefined && !roles.some((role) => me.data.roles.includes(role))) {
    return <Navigate to={homeOf(me.data.roles)} replace />;
  }
  return (
    <PageFrame
      owner={me.data?.organisation.name[language]}
      logo={appearance?.logo ?? undefined}
      navigation={me.data && <StaffNavigation me={me.data} />}
    >
      {notice}
      {me.data !== undefined ? (
        <TabStream value={stream}>{children}</TabStream>
      ) : me.isError ? (
        <Failure error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <Loading />
      )}
    </PageFrame>
  );
}

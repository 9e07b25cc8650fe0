import type { StaffRole } from '@tapaamo/contracts';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { createBrowserRouter, useRouteError, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { setLogger } from 'suomifi-ui-components';
import { ApiProblem, hasCode } from './api/api-problem.js';
import {
  CHOOSES_STAND_INS,
  KEEPS_SETTINGS,
  KEEPS_STAFF,
  ME,
  MEETS_CLIENTS,
  SignInPage,
  StaffPage,
  READS_AUDIT,
  READS_COUNTS,
  SEES_RECORD_KEYS,
  STAFF,
  WATCHES_FORGETTING,
} from './features/sign-in/index.js';
import { ErrorPage } from './ui/error-page.js';
import { Loading } from './ui/loading.js';
import { NotFoundPage } from './ui/not-found-page.js';
import { useCode } from './ui/use-code.js';

// The component library writes what is typed into a date field to the console; nothing typed belongs in a log.
setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined });

const BookingsPage = lazyPage(
  async () => (await import('./features/booking/index.js')).BookingsPage,
);
const NewBookingPage = lazyPage(
  async () => (await import('./features/booking/index.js')).NewBookingPage,
);
const VisitAddress = lazyPage(async () => (await import('./features/visit/index.js')).VisitAddress);
const SheetPage = lazyPage(async () => (await import('./features/sheet/index.js')).SheetPage);
const ForgettingPage = lazyPage(
  async () => (await import('./features/forgetting/index.js')).ForgettingPage,
);
const HoldsPage = lazyPage(async () => (await import('./features/legal-hold/index.js')).HoldsPage);
const DoubtfulAdmissionsPage = lazyPage(
  async () => (await import('./features/statistics/index.js')).DoubtfulAdmissionsPage,
);
const OrganisationPage = lazyPage(
  async () => (await import('./features/settings/index.js')).OrganisationPage,
);
const ServicesPage = lazyPage(
  async () => (await import('./features/settings/index.js')).ServicesPage,
);
const RetentionPage = lazyPage(
  async () => (await import('./features/settings/index.js')).RetentionPage,
);
const VisitExportPage = lazyPage(
  async () => (await import('./features/settings/index.js')).VisitExportPage,
);
const NewServicePage = lazyPage(
  async () => (await import('./features/settings/index.js')).NewServicePage,
);
const ServicePage = lazyPage(
  async () => (await import('./features/settings/index.js')).ServicePage,
);
const MessageTextsPage = lazyPage(
  async () => (await import('./features/settings/index.js')).MessageTextsPage,
);
const ProviderPage = lazyPage(
  async () => (await import('./features/settings/index.js')).ProviderPage,
);
const RecordKeysPage = lazyPage(
  async () => (await import('./features/settings/index.js')).RecordKeysPage,
);
const RecordSystemPage = lazyPage(
  async () => (await import('./features/settings/index.js')).RecordSystemPage,
);
const AuditPage = lazyPage(async () => (await import('./features/audit/index.js')).AuditPage);
const StaffListPage = lazyPage(
  async () => (await import('./features/staff/index.js')).StaffListPage,
);
const InvitePage = lazyPage(async () => (await import('./features/staff/index.js')).InvitePage);
const ImportPage = lazyPage(async () => (await import('./features/staff/index.js')).ImportPage);
const MemberPage = lazyPage(async () => (await import('./features/staff/index.js')).MemberPage);
const AccountPage = lazyPage(async () => (await import('./features/account/index.js')).AccountPage);
const InvitationPage = lazyPage(
  async () => (await import('./features/invitation/index.js')).InvitationPage,
);
const StandInsPage = lazyPage(async () => (await import('./features/team/index.js')).StandInsPage);
const TeamsPage = lazyPage(async () => (await import('./features/team/index.js')).TeamsPage);
const WorkingHoursPage = lazyPage(
  async () => (await import('./features/availability/index.js')).WorkingHoursPage,
);
const GuidePage = lazyPage(async () => (await import('./guide/index.js')).GuidePage);

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLostSession }),
  mutationCache: new MutationCache({ onError: noticeLostSession }),
  defaultOptions: {
    queries: {
      // A refusal does not change by asking again; an outage may.
      retry: (failures, error) => error instanceof ApiProblem && error.retriable && failures < 2,
      staleTime: 5_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** A session that ended while a page was open: asking anew who is signed in leads to sign in, and back. */
function noticeLostSession(error: unknown): void {
  if (
    hasCode(error, 'access.sign-in-required') &&
    queries.getQueryState(ME)?.status === 'success'
  ) {
    void queries.invalidateQueries({ queryKey: ME });
  }
}

const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    children: [
      { path: '/', element: <SignInPage /> },
      {
        path: '/bookings',
        element: (
          <StaffPage roles={MEETS_CLIENTS}>
            <BookingsPage />
          </StaffPage>
        ),
      },
      {
        path: '/bookings/new',
        element: (
          <StaffPage roles={MEETS_CLIENTS}>
            <NewBookingPage />
          </StaffPage>
        ),
      },
      {
        path: '/visits/:visitId',
        element: (
          <StaffPage roles={STAFF}>
            <VisitAddress />
          </StaffPage>
        ),
      },
      ...routesOf(WATCHES_FORGETTING, [
        ['/forgetting', ForgettingPage],
        ['/holds', HoldsPage],
      ]),
      ...routesOf(KEEPS_SETTINGS, [
        ['/settings', OrganisationPage],
        ['/settings/services', ServicesPage],
        ['/settings/services/new', NewServicePage],
        ['/settings/services/:serviceId', ServicePage],
        ['/settings/retention', RetentionPage],
        ['/settings/messages', MessageTextsPage],
        ['/settings/sign-in', ProviderPage],
        ['/settings/record-system', RecordSystemPage],
      ]),
      ...routesOf(WATCHES_FORGETTING, [['/settings/export', VisitExportPage]]),
      ...routesOf(SEES_RECORD_KEYS, [['/settings/record-keys', RecordKeysPage]]),
      ...routesOf(KEEPS_STAFF, [
        ['/staff', StaffListPage],
        ['/staff/new', InvitePage],
        ['/staff/import', ImportPage],
        ['/staff/:staffId', MemberPage],
        ['/teams', TeamsPage],
      ]),
      ...routesOf(MEETS_CLIENTS, [
        ['/working-hours', WorkingHoursPage],
        ['/visits/:visitId/sheet', SheetPage],
      ]),
      ...routesOf(READS_COUNTS, [['/doubtful-admissions', DoubtfulAdmissionsPage]]),
      ...routesOf(CHOOSES_STAND_INS, [['/stand-ins', StandInsPage]]),
      {
        path: '/audit',
        element: (
          <StaffPage roles={READS_AUDIT}>
            <AuditPage />
          </StaffPage>
        ),
      },
      {
        path: '/account',
        element: (
          <StaffPage roles={STAFF}>
            <AccountPage />
          </StaffPage>
        ),
      },
      { path: '/invitation', element: <InvitationPage /> },
      { path: '/guide/:reader?', element: <GuidePage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

/** Pages of the same people. */
function routesOf(
  roles: readonly StaffRole[],
  pages: readonly [path: string, page: ComponentType][],
): RouteObject[] {
  return pages.map(([path, Page]) => ({
    path,
    element: (
      <StaffPage roles={roles}>
        <Page />
      </StaffPage>
    ),
  }));
}

/** The pages of staff and the guides. */
export function StaffApp() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

function RouteError() {
  return <ErrorPage error={useRouteError()} />;
}

function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  return function LazyPage() {
    const Page = useCode(load);
    return Page === undefined ? <Loading /> : <Page />;
  };
}

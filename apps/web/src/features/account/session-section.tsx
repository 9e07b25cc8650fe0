import type { BrowserFamily, StaffSessionLine, SystemFamily } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';
import { Failure } from '../../ui/failure.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Loading } from '../../ui/loading.js';
import { Stack } from '../../ui/stack.js';
import styles from './account.module.css';
import { ActNotices } from './act-notices.js';
import { useEndOthers, useEndSession, useSessions } from './queries.js';

const BROWSERS: Record<Exclude<BrowserFamily, 'other'>, string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
};
const SYSTEMS: Record<Exclude<SystemFamily, 'other'>, string> = {
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  android: 'Android',
  ios: 'iOS',
};

/** Where the person is signed in. */
export function SessionSection() {
  const { t } = useTexts();
  const { data, error, refetch } = useSessions();
  const endOthers = useEndOthers();
  return (
    <Stack surface="card" testId="sessions">
      <h2>{t('account.sessionsHeading')}</h2>
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Loading />}
      {data?.length === 1 && <p>{t('account.onlyHere')}</p>}
      <KeepFocus shown={(data ?? []).map(({ id }) => id).join()}>
        {data !== undefined && (
          <ul className={styles.list}>
            {data.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
        <ActNotices act={endOthers} testId="end-others" />
        {(data?.length ?? 0) > 1 && (
          <>
            <p>{t('account.sessionsLead')}</p>
            <div>
              <Button
                variant="secondary"
                onClick={() => endOthers.mutate()}
                aria-disabled={endOthers.isPending}
                data-testid="end-others"
              >
                {t('account.endOthers')}
              </Button>
            </div>
          </>
        )}
      </KeepFocus>
    </Stack>
  );
}

function SessionRow({ session }: { session: StaffSessionLine }) {
  const { t, language } = useTexts();
  const end = useEndSession(session.id);
  const { browser, system, network, means, own } = session;
  const device = [
    browser === 'other' ? t('account.otherBrowser') : BROWSERS[browser],
    system === 'other' ? t('account.otherSystem') : SYSTEMS[system],
  ].join(', ');
  const time = (instant: string) => formatDateAndTime(instant, language);
  return (
    <li className={styles.row} data-testid="session">
      <div className={styles.what}>
        <strong>{device}</strong>
        {own && <Badge mood="good">{t('account.thisSession')}</Badge>}
        <span className={styles.soft}>
          {t('account.since', {
            time: time(session.createdAt),
            means: t(`account.means.${means}`),
          })}
          . {t('account.seen', { time: time(session.lastSeenAt) })}.{' '}
          {t('account.network', { network })}.
        </span>
      </div>
      {!own && (
        <div>
          <Button
            variant="secondaryNoBorder"
            aria-label={t('account.endOne', { device })}
            onClick={() => end.mutate()}
            aria-disabled={end.isPending}
            data-testid="end-session"
          >
            {t('account.end')}
          </Button>
        </div>
      )}
      <ActNotices act={end} testId="end-session" />
    </li>
  );
}

import { STAFF_PAGE_SIZE } from '@tapaamo/contracts';
import { useLocation, useNavigate } from 'react-router';
import { Button, IconPlus } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Actions, Stack } from '../../ui/stack.js';
import { EVERYBODY, filtersIn, type StaffFilters } from './filters.js';
import { useStaff } from './queries.js';
import { StaffFilterForm } from './staff-filter-form.js';
import { StaffTable } from './staff-table.js';
import styles from './staff.module.css';

/** The staff of the organisation: who there is, what each may do and how invitations fare. */
export function StaffListPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: unknown };
  const filters = filtersIn(state);
  const show = (wish: StaffFilters) => void navigate('/staff', { state: { filters: wish } });
  return (
    <Stack gap="l" testId="staff-page">
      <div className={styles.top}>
        <PageHeading>{t('staff.heading')}</PageHeading>
        <Actions>
          <Button
            icon={<IconPlus />}
            onClick={() => void navigate('/staff/new')}
            data-testid="invite-one"
          >
            {t('staff.inviteOne')}
          </Button>
          <Button
            variant="secondary"
            onClick={() => void navigate('/staff/import')}
            data-testid="invite-many"
          >
            {t('staff.inviteMany')}
          </Button>
          <Button
            variant="secondary"
            onClick={() => void navigate('/teams')}
            data-testid="to-teams"
          >
            {t('teams.heading')}
          </Button>
          <Button
            variant="secondary"
            onClick={() => void navigate('/stand-ins')}
            data-testid="to-stand-ins"
          >
            {t('teams.standInsHeading')}
          </Button>
        </Actions>
      </div>
      {(state as { withdrawn?: unknown } | null)?.withdrawn === true && (
        <Notice testId="staff-done">{t('staff.withdrawn')}</Notice>
      )}
      <StaffFilterForm filters={filters} onShow={show} />
      <Members filters={filters} onShow={show} />
    </Stack>
  );
}

interface MembersProps {
  filters: StaffFilters;
  onShow: (filters: StaffFilters) => void;
}

function Members({ filters, onShow }: MembersProps) {
  const { t, language } = useTexts();
  const { data, isPending, error, refetch } = useStaff(filters);
  if (data === undefined) {
    return isPending ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />;
  }
  const { staff, total } = data;
  const pages = Math.max(1, Math.ceil(total / STAFF_PAGE_SIZE));
  const isNarrowed = filters.search.trim() !== '' || filters.state !== '';
  const turn = (by: number) => onShow({ ...filters, page: filters.page + by });
  return (
    <Stack>
      {error !== null && <Notice status="warning">{problemText(error, language)}</Notice>}
      <p role="status" data-testid="staff-total">
        {total === 0 && isNarrowed ? t('staff.none') : t('staff.total', { count: total })}
      </p>
      {staff.length > 0 && <StaffTable staff={staff} />}
      {staff.length === 0 && total > 0 && (
        <div>
          <Button variant="secondary" onClick={() => onShow({ ...filters, page: EVERYBODY.page })}>
            {t('staff.firstPage')}
          </Button>
        </div>
      )}
      {pages > 1 && (
        <nav className={styles.buttons} aria-label={t('staff.pages')}>
          <Button
            variant="secondary"
            aria-disabled={filters.page <= 1}
            onClick={() => filters.page > 1 && turn(-1)}
            data-testid="staff-previous"
          >
            {t('staff.previous')}
          </Button>
          <p data-testid="staff-page-of">{t('staff.pageOf', { page: filters.page, pages })}</p>
          <Button
            variant="secondary"
            aria-disabled={filters.page >= pages}
            onClick={() => filters.page < pages && turn(1)}
            data-testid="staff-next"
          >
            {t('staff.next')}
          </Button>
        </nav>
      )}
    </Stack>
  );
}

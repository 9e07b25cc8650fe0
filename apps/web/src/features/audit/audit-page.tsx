import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ReadingState } from '../../ui/reading-state.js';
import { Stack } from '../../ui/stack.js';
import { AuditFilterForm } from './audit-filter-form.js';
import { ChainState } from './chain-state.js';
import { EntryTable } from './entry-table.js';
import { NOT_NARROWED, queryOf, type AuditFilters } from './filters.js';
import { useAuditEntries, useAuditState } from './queries.js';

/** The data protection officer's view of who did or looked at what. */
export function AuditPage() {
  const { t } = useTexts();
  const [filters, setFilters] = useState(NOT_NARROWED);
  const state = useAuditState();
  return (
    <Stack gap="l" testId="audit-page">
      <Stack gap="s">
        <PageHeading>{t('audit.heading')}</PageHeading>
        <p>{t('audit.lead')}</p>
      </Stack>
      {state.isError && state.data === undefined && (
        <Failure error={state.error} onRetry={() => void state.refetch()} />
      )}
      {state.data !== undefined && <ChainState state={state.data} />}
      <AuditFilterForm staff={state.data?.staff ?? []} onShow={setFilters} />
      <Entries filters={filters} />
    </Stack>
  );
}

function Entries({ filters }: { filters: AuditFilters }) {
  const { t } = useTexts();
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetching } =
    useAuditEntries(filters);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Stack gap="m">
      <ReadingState
        isPending={isPending}
        error={error}
        isHere={data !== undefined}
        onRetry={() => void refetch()}
      />
      {data !== undefined && (
        <p role="status" data-testid="audit-shown">
          {entries.length === 0 ? t('audit.none') : t('audit.shown', { count: entries.length })}
        </p>
      )}
      {entries.length > 0 && <EntryTable entries={entries} />}
      {hasNextPage && (
        <div>
          <Button
            variant="secondary"
            aria-disabled={isFetching}
            onClick={() => void fetchNextPage()}
            data-testid="audit-more"
          >
            {t('audit.more')}
          </Button>
        </div>
      )}
      <ul className="plain-list">
        {(['csv', 'jsonl'] as const).map((format) => (
          <li key={format}>
            <a href={`/api/audit/export${queryOf(filters, { format })}`} download>
              {t(`audit.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

import type { AuditEntryView } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { CardTable } from '../../ui/card-table.js';
import { EntryDetails } from './entry-details.js';
import styles from './entry-table.module.css';

/** Entries of the log. */
export function EntryTable({ entries }: { entries: readonly AuditEntryView[] }) {
  const { t, language } = useTexts();
  const columns = [
    t('audit.when'),
    t('audit.who'),
    t('audit.what'),
    t('audit.details'),
    t('audit.where'),
  ];
  const whoOf = ({ actor: { kind, name } }: AuditEntryView) => {
    if (kind === 'staff') {
      return name ?? t('audit.goneAccount');
    }
    const what = t(`audit.actors.${kind}`);
    return name === null ? what : `${what}: ${name}`;
  };
  const rows = entries.map((entry) => ({
    key: entry.id,
    cells: [
      formatDateAndTime(entry.at, language),
      whoOf(entry),
      t(`audit.events.${entry.event}`),
      <Details key="details" entry={entry} />,
      entry.network ?? '–',
    ],
  }));
  return <CardTable columns={columns} rows={rows} testId="audit-entries" />;
}

function Details({ entry }: { entry: AuditEntryView }) {
  const { target, visits, people } = entry;
  return (
    <>
      {target?.name ?? (visits.length + people.length === 0 && '–')}
      <EntryDetails entry={entry} />
      {visits.length > 0 && <VisitIds visits={visits} />}
    </>
  );
}

function VisitIds({ visits }: { visits: readonly string[] }) {
  return (
    <span className={styles.ids}>
      {visits.slice(0, 3).join(', ')}
      {visits.length > 3 && ` … (${visits.length})`}
    </span>
  );
}

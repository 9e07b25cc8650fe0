import type { AuditEntryView } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { EntryDetails } from './entry-details.js';
import styles from './entry-table.module.css';

/** Entries as a table; on a telephone each is a card with the names of its columns in it. */
export function EntryTable({ entries }: { entries: readonly AuditEntryView[] }) {
  const { t } = useTexts();
  const columns = [
    t('audit.when'),
    t('audit.who'),
    t('audit.what'),
    t('audit.details'),
    t('audit.where'),
  ];
  return (
    <table className={styles.table} data-testid="audit-entries">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function EntryRow({ entry, columns }: { entry: AuditEntryView; columns: readonly string[] }) {
  const { t, language } = useTexts();
  const { actor, target, event, visits, network, people } = entry;
  const who = actor.kind === 'staff' ? (actor.name ?? t('audit.goneAccount')) : null;
  const cells = [
    formatDateAndTime(entry.at, language),
    who ?? t(`audit.actors.${actor.kind}`),
    t(`audit.events.${event}`),
    <>
      {target?.name ?? (visits.length + people.length === 0 && '–')}
      <EntryDetails entry={entry} />
      {visits.length > 0 && <VisitIds visits={visits} />}
    </>,
    network ?? '–',
  ];
  return (
    <tr>
      {cells.map((cell, index) => (
        <td key={columns[index]}>
          <span className={styles.column} aria-hidden="true">
            {columns[index]}
          </span>
          <span>{cell}</span>
        </td>
      ))}
    </tr>
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

import type { StaffMember } from '@tapaamo/contracts';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { StateBadge } from './state-badge.js';
import styles from './staff-table.module.css';

/** The staff as a table; on a telephone each is a card with the names of its columns in it. */
export function StaffTable({ staff }: { staff: readonly StaffMember[] }) {
  const { t } = useTexts();
  const columns = [t('staff.name'), t('staff.email'), t('staff.roles'), t('staff.state')];
  return (
    <table className={styles.table} aria-label={t('staff.heading')} data-testid="staff-table">
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
        {staff.map((member) => (
          <MemberRow key={member.id} member={member} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function MemberRow({ member, columns }: { member: StaffMember; columns: readonly string[] }) {
  const { t } = useTexts();
  const cells = [
    <Link key="name" to={`/staff/${member.id}`} className={styles.name}>
      {member.displayName}
    </Link>,
    member.email,
    member.roles.map((role) => t(`staff.role_${role}`)).join(', '),
    <StateBadge key="state" member={member} />,
  ];
  return (
    <tr data-testid={`staff-${member.id}`}>
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

import type { StaffMember } from '@tapaamo/contracts';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { CardTable } from '../../ui/card-table.js';
import { StateBadge } from './state-badge.js';
import styles from './staff-table.module.css';

/** The staff, each with a way to their own page. */
export function StaffTable({ staff }: { staff: readonly StaffMember[] }) {
  const { t } = useTexts();
  const columns = [t('staff.name'), t('staff.email'), t('staff.roles'), t('staff.state')];
  const rows = staff.map((member) => ({
    key: member.id,
    testId: `staff-${member.id}`,
    cells: [
      <Link key="name" to={`/staff/${member.id}`} className={styles.name}>
        {member.displayName}
      </Link>,
      member.email,
      member.roles.map((role) => t(`staff.role_${role}`)).join(', '),
      <StateBadge key="state" member={member} />,
    ],
  }));
  return (
    <CardTable columns={columns} rows={rows} label={t('staff.heading')} testId="staff-table" />
  );
}

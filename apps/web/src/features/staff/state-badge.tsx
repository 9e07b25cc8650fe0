import type { StaffMember } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDate } from '../../time/format.js';
import { Badge, type BadgeMood } from '../../ui/badge.js';

const MOODS: Readonly<Record<NonNullable<StaffMember['invitation']>['state'], BadgeMood>> = {
  queued: 'waiting',
  sent: 'waiting',
  failed: 'bad',
  expired: 'doubtful',
};

/** Where an account stands, and how its invitation fares, in words. */
export function StateBadge({ member: { state, invitation } }: { member: StaffMember }) {
  const { t, language } = useTexts();
  if (invitation !== null) {
    const date = formatDate(invitation.expiresAt, language);
    return (
      <Badge mood={MOODS[invitation.state]} testId="staff-state">
        {t(`staff.invitation_${invitation.state}`, { date })}
      </Badge>
    );
  }
  return (
    <Badge mood={state === 'active' ? 'good' : 'quiet'} testId="staff-state">
      {t(`staff.state_${state}`)}
    </Badge>
  );
}

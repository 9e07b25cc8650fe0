export const doubtfulAdmissions = {
  /** In the navigation. */
  place: 'Statistics',
  heading: 'Without sure identification',
  lead: 'How often somebody was let in who had not been identified as the person of the booking. The numbers are of the last two years, by month, service and the reason that the professional chose.',
  floor:
    'Fewer than {{floor}} are shown in words only, so that the number does not tell who it was.',
  none: 'Nobody has come into a visit without sure identification in the last two years.',
  month: 'Month',
  service: 'Service',
  reason: 'Reason that the professional chose',
  count: 'Number',
  fewer: 'fewer than {{floor}}',
};

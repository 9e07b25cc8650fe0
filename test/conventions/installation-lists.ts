/**
 * Tables without row-level security, each with the reason why no row of it is an organisation's. Every other table shows
 * nothing outside of a scope (libs/database).
 */
export const INSTALLATION_TABLES: Readonly<Record<string, string>> = {
  alarm: 'what is the matter with forgetting, in all',
  closed_organisation: 'what came of organisations that are there no more',
  key_database: 'which key database belongs to the installation',
  key_release: 'how many keys without a visit may go, in all',
  key_store: 'which key store belongs to the installation',
  restore_mark: 'what was last seen of the installation',
  media_node: 'where meeting nodes listen',
  purge_pause: 'when erasing was paused, of all, and who lets it go on',
  purge_run: 'when the sweep ran and what of it failed, in all',
};

/** Files that may look across organisations, and nobody else. */
export const ACROSS_ORGANISATIONS: readonly string[] = [
  'libs/administration/src/administration.service.ts',
  'libs/administration/src/sign-in-domains.ts',
  'libs/audit/src/audit-checks.ts',
  'libs/availability/src/external/calendar-reading.service.ts',
  'libs/contract-end/src/contract-end.service.ts',
  'libs/contract-end/src/contract-ends.ts',
  'libs/legal-hold/src/hold-review.service.ts',
  'libs/notification/src/outbox-claims.ts',
  'libs/notification/src/staff/account-notice-delivery.ts',
  'libs/notification/src/staff/staff-invitation-delivery.ts',
  'libs/purge/src/alarms/alarm-causes.ts',
  'libs/purge/src/alarms/alarms.ts',
  'libs/purge/src/batch/purge-claims.ts',
  'libs/purge/src/day-end/day-ends.ts',
  'libs/purge/src/guard/forecast-watch.ts',
  'libs/purge/src/guard/key-releases.ts',
  'libs/purge/src/guard/purge-pauses.ts',
  'libs/purge/src/guard/reference-clocks.ts',
  'libs/purge/src/passing-rows.ts',
  'libs/purge/src/reconcile/restored-rows.ts',
  'libs/purge/src/sweep-keys.ts',
  'libs/purge/src/sweep-records.ts',
  'libs/record-system/src/delivery/record-delivery.ts',
  'libs/record-system/src/delivery/waiting-receipts.ts',
  'libs/visit/src/ending/due-reckoning.service.ts',
  'libs/visit/src/ending/end-visit.service.ts',
];

/** Files that may see, in one organisation, what is due to be forgotten, each for why it must. */
export const SEEING_WHAT_IS_DUE: Readonly<Record<string, string>> = {
  'libs/contract-end/src/contract-end.service.ts': 'erases it with its organisation',
  'libs/contract-end/src/contract-ends.ts':
    'refuses to close an organisation that keeps something held',
  'libs/legal-hold/src/legal-holds.service.ts': 'hides it',
  'libs/legal-hold/src/hold-review.service.ts': 'gives back what was held',
  'libs/purge/src/batch/purge-claims.ts': 'takes it in hand',
  'libs/purge/src/batch/purge-erasure.ts': 'erases it',
  'libs/purge/src/early/early-erasure.service.ts': 'lets it be due',
  'libs/purge/src/forgetting-overview.ts': 'counts what is late',
  'libs/purge/src/reconcile/reconcile.service.ts': 'forgets again what a restore brought back',
  'libs/visit/src/ending/due-reckoning.service.ts': 'reckons what is held anew, only to earlier',
  'libs/visit/src/holding/held-visits.service.ts': 'tells that it is held',
  'libs/visit/src/retention-change/retention-changes.service.ts':
    'counts and brings forward what is held',
  'libs/visit/src/retention-change/retention-overview.service.ts': 'counts what is held',
  'libs/visit/src/ending/end-visit.service.ts': 'ends what nobody ended before it is forgotten',
};

/** Tables of a visit that are not hidden at its due instant by the database, each with the reason. */
export const SEEN_WHEN_DUE: Readonly<Record<string, string>> = {
  legal_hold:
    'who decides about a hold sees it while its visit is hidden, and nothing of the visit',
};

/** Files that may use the database's connection without a scope, each for tables that are the installation's own. */
export const WITHOUT_SCOPE: Readonly<Record<string, string>> = {
  'apps/api/src/health/health.controller.ts': 'whether the database answers',
  'apps/job-runner/src/health-server.ts': 'whether the database answers',
  'libs/database/src/application-role.ts': 'which role this is',
  'libs/database/src/organisation-scope.ts': 'opens the scopes',
  'libs/database/src/restore/main-mark.ts': 'what was last seen of the installation',
  'libs/database/src/server-settings/server-settings.ts': 'how the server is set',
  'libs/vault/src/keys/key-database.ts': 'which key database belongs to the installation',
  'libs/vault/src/key-store/known-key-store.ts': 'which key store belongs to the installation',
  'libs/vault/src/restore/installation-marks.ts': 'what was last seen of the installation',
  'libs/vault/src/vault.module.ts': 'gives it to the key store and the key database',
  'libs/visit/src/meeting-node/media-nodes.ts': 'heartbeats of meeting nodes',
};

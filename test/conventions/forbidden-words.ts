/** Names of files that say nothing of what is inside. */
export const EMPTY_FILE_NAMES: readonly string[] = [
  'util',
  'utils',
  'helper',
  'helpers',
  'misc',
  'shared',
  'base',
  'types',
  'constants',
  'functions',
  'stuff',
];

/** Words that mean what another word of ours means already, and that word (design, section 2). */
export const FOREIGN_WORDS: Readonly<Record<string, string>> = {
  user: 'professional, client, admin or operator',
  patient: 'client',
  customer: 'client',
  appointment: 'booking',
  reservation: 'booking',
  encounter: 'visit',
  consultation: 'visit',
  conference: 'meeting',
  attendee: 'participant',
  peer: 'participant',
  tenant: 'organisation',
  organization: 'organisation',
  login: 'sign-in or identification',
  logout: 'sign-out',
  pii: 'clientIdentifier',
  cleanup: 'purge',
  gdpr: 'dataSubjectRequest',
};

/** Names that others gave and we have to use, as `path name`. Compared by equality. */
export const NAMES_OF_OTHERS: readonly string[] = [
  // Passport's name of who is calling.
  'apps/api/src/http/actors.ts User',
  'apps/api/src/http/actors.ts user',
  'apps/api/src/sign-in/staff-session-store.ts user',
  'apps/api/src/sign-in/staff-sessions.ts user',
  // WebAuthn's names of who holds a passkey, and of asking them.
  'apps/web/src/passkey/ceremonies.ts userHandle',
  'libs/contracts/src/http/passkey.ts user',
  'libs/contracts/src/http/passkey.ts userHandle',
  'libs/contracts/src/http/passkey.ts userVerification',
  // OpenID Federation's names of who runs a service and of where people are signed out.
  'libs/identification/src/relying-party/published-documents.ts frontchannel_logout_session_required',
  'libs/identification/src/relying-party/published-documents.ts frontchannel_logout_uri',
  'libs/identification/src/relying-party/published-documents.ts organization_name',
  'libs/identification/src/relying-party/published-documents.ts post_logout_redirect_uris',
  // The protocol's name of a parameter.
  'libs/identification/src/relying-party/relying-party.ts post_logout_redirect_uri',
  'libs/identification/src/representation/suomifi-representation-check.ts user',
  'libs/identification/src/representation/suomifi-representation-check.ts userId',
  'libs/professional/src/passkey/passkeys.service.ts userHandle',
  'libs/professional/src/passkey/web-authn.ts requireUserVerification',
  'libs/professional/src/passkey/web-authn.ts userDisplayName',
  'libs/professional/src/passkey/web-authn.ts userID',
  'libs/professional/src/passkey/web-authn.ts userName',
  'libs/professional/src/passkey/web-authn.ts userVerification',
  // Names of FHIR R4.
  'libs/record-system/src/delivery/fhir-encounter.ts Encounter',
  'libs/record-system/src/delivery/fhir-encounter.ts appointment',
  'libs/record-system/src/delivery/fhir-encounter.ts fhirEncounter',
];

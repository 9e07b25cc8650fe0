import type { Texts } from '../texts.js';

export const providerSignIn: Texts['providerSignIn'] = {
  go: 'Continue with the organisation’s sign-in',
  going: 'Taking you there…',
  or: 'You can also sign in with your Tapaamo account.',
  goBy: 'Sign in: {{name}}',
  onlyHeading: 'Sign in with your organisation’s account',
  onlyText:
    'Staff of your organisation signs in to Tapaamo with the organisation’s own accounts. No password, passkey or recovery code of Tapaamo is needed.',
  onlyHelp: 'If your organisation’s sign-in does not work, contact your organisation’s admin.',
  otherAccount: 'Sign in with another account',
};

export const providerSettings: Texts['providerSettings'] = {
  heading: 'Sign-in',
  lead: 'Staff can sign in to Tapaamo with the organisation’s own accounts, for example through Entra ID, Keycloak or ADFS. Passwords and passkeys still work as before, unless you rule them out.',
  addresses: 'Addresses',
  redirectUri: 'Return address that you enter in the sign-in service (redirect URI)',
  signInAddress: 'Your organisation’s own sign-in page, which you can give to staff',
  copy: 'Copy the address',
  copied: 'The address is copied.',
  guide: 'Guide: what to enter in Entra ID, Keycloak or ADFS',
  service: 'Sign-in service',
  displayName: 'Name by which staff knows the service',
  displayNameHint: 'For example Mallila staff account.',
  issuer: 'Address of the service (issuer)',
  issuerHint: 'Begins with https://. At Entra ID it holds your own organisation’s tenant ID.',
  relyingPartyId: 'Identifier of Tapaamo at the service (client ID)',
  secret: 'Secret (client secret)',
  secretNew: 'The secret is not shown once it is saved.',
  secretKept: 'There is a secret. Leave empty if it does not change.',
  test: 'Try the connection',
  testing: 'Trying…',
  test_works: 'The connection works.',
  'test_host-not-allowed':
    'The address is not in the public network. Ask the operator of the service to allow it.',
  test_unreachable:
    'Nothing answers at the address. Check the address, and that the service is on.',
  'test_no-provider':
    'Something answers at the address, but no sign-in service. Check that the address is complete.',
  'test_other-issuer':
    'The service says that it is at another address. Copy the address (issuer) from the service’s own settings.',
  test_unsuitable:
    'The service lacks something that Tapaamo needs: sign-in by authorisation code and the signature RS256.',
  people: 'Who gets in',
  domains: 'Your organisation’s e-mail domains',
  noDomains: 'None. Staff signs in on your organisation’s own sign-in page.',
  domainsHint:
    'Whoever types an address that ends so on the front page is led to your organisation’s sign-in. Ask the operator of the service for a domain: they check that it is your organisation’s own.',
  addressClaim: 'Where does the service give the e-mail address?',
  claim_email: 'email (most common)',
  claim_preferred_username: 'preferred_username (Entra ID)',
  claim_upn: 'upn (ADFS)',
  addressesVerified: 'The addresses of the service are always checked',
  addressesVerifiedHint:
    'Choose this only if your organisation gives the addresses itself and nobody can change their own. Otherwise only an address is taken that the service says it has checked (email_verified).',
  unknownPeople: 'If somebody has no account in Tapaamo yet',
  unknown_refused: 'They are not let in. An admin invites them first.',
  unknown_created: 'They get an account if their address ends in a domain of your organisation',
  groups: 'Roles of a new account',
  groupsHint: 'Groups count only when the account is made. After that an admin decides on roles.',
  groupClaim: 'Where does the service give the groups?',
  groupClaimHint: 'For example groups or roles.',
  professionalGroup: 'Group whose members become professionals',
  professionalGroupHint: 'If this is empty, everybody gets an account as a professional.',
  teamLeadGroup: 'Group whose members become team leads',
  adminGroup: 'Group whose members become admins',
  officerGroup: 'Group whose members become data protection officers',
  secondFactorValue: 'Mark of the second step of signing in (amr or acr)',
  secondFactorValueHint:
    'For example mfa: then each sign-in has to tell it. Leave empty only if the service always asks for a second step.',
  active: 'The sign-in is in use',
  activeHint: 'Try the connection before you take it into use.',
  rule: 'Who signs in, and how',
  exclusive: 'Staff signs in by this service only',
  exclusiveHint:
    'Passwords, passkeys and recovery codes no longer work, and sessions opened with them end at once. First sign in once yourself by this service, so that you know that it works.',
  emergencyAdmins: 'Admins who get in also while the service is down',
  emergencyAdminsHint:
    'Choose at least one who has a passkey or a password in Tapaamo. Otherwise an outage of the service would lock everybody out.',
  noOtherMeans: 'No passkey and no password yet. They are added on one’s own account page.',
};

import type { Texts } from '../texts.js';

export const providerSignIn: Texts['providerSignIn'] = {
  go: 'Fortsätt med organisationens inloggning',
  going: 'Går vidare…',
  or: 'Du kan också logga in med ditt konto i Tapaamo.',
  goBy: 'Logga in: {{name}}',
  onlyHeading: 'Logga in med organisationens konto',
  onlyText:
    'Personalen i din organisation loggar in i Tapaamo med organisationens egna konton. Lösenord, nyckel eller återställningskod i Tapaamo behövs inte.',
  onlyHelp:
    'Om organisationens inloggning inte fungerar, kontakta huvudanvändaren i din organisation.',
  otherAccount: 'Logga in med ett annat konto',
};

export const providerSettings: Texts['providerSettings'] = {
  heading: 'Inloggning',
  lead: 'Personalen kan logga in i Tapaamo med organisationens egna konton, till exempel genom Entra ID, Keycloak eller ADFS. Lösenord och nycklar fungerar ändå som förut, om du inte begränsar dem.',
  addresses: 'Adresser',
  redirectUri: 'Returadress som du anger i inloggningstjänsten (redirect URI)',
  signInAddress: 'Din organisations egen inloggningssida, som du kan ge till personalen',
  copy: 'Kopiera adressen',
  copied: 'Adressen har kopierats.',
  guide: 'Anvisning: vad som anges i Entra ID, Keycloak eller ADFS',
  service: 'Inloggningstjänst',
  displayName: 'Tjänstens namn, så som personalen känner det',
  displayNameHint: 'Till exempel Mallila personalkonto.',
  issuer: 'Tjänstens adress (issuer)',
  issuerHint:
    'Börjar med https://. Adressen i Entra ID innehåller din egen organisations ID (tenant ID).',
  relyingPartyId: 'Tapaamos id i tjänsten (client ID)',
  secret: 'Hemlighet (client secret)',
  secretNew: 'Hemligheten visas inte efter att den har sparats.',
  secretKept: 'Hemligheten är sparad. Lämna tomt om den inte ändras.',
  test: 'Pröva förbindelsen',
  testing: 'Prövar…',
  test_works: 'Förbindelsen fungerar.',
  'test_host-not-allowed':
    'Adressen finns inte i det offentliga nätet. Be tjänstens drift tillåta den.',
  test_unreachable: 'Adressen svarar inte. Kontrollera adressen och att tjänsten är på.',
  'test_no-provider':
    'Adressen svarar, men där finns ingen inloggningstjänst. Kontrollera att adressen är hel.',
  'test_other-issuer':
    'Tjänsten säger att den finns på en annan adress. Kopiera adressen (issuer) från tjänstens egna inställningar.',
  test_unsuitable:
    'Tjänsten saknar något som Tapaamo behöver: inloggning med auktoriseringskod och signaturen RS256.',
  people: 'Vem som släpps in',
  domains: 'Din organisations e-postdomäner',
  noDomains: 'Inga. Personalen loggar in på organisationens egen inloggningssida.',
  domainsHint:
    'Den som på startsidan skriver en adress som slutar så leds till din organisations inloggning. Be tjänstens drift om en domän: driften kontrollerar att den är organisationens egen.',
  addressClaim: 'I vilken uppgift finns e-postadressen?',
  claim_email: 'email (vanligast)',
  claim_preferred_username: 'preferred_username (Entra ID)',
  claim_upn: 'upn (ADFS)',
  addressesVerified: 'Tjänstens adresser är alltid kontrollerade',
  addressesVerifiedHint:
    'Välj detta bara om din organisation själv ger adresserna och ingen kan byta sin egen. Annars godkänns bara en adress som tjänsten säger sig ha kontrollerat (email_verified).',
  unknownPeople: 'Om personen ännu inte har ett konto i Tapaamo',
  unknown_refused: 'Personen släpps inte in. En huvudanvändare bjuder in först.',
  unknown_created: 'Personen får ett konto, om adressen slutar på en av organisationens domäner',
  groups: 'Roller för nya konton',
  groupsHint:
    'Grupperna spelar roll bara när kontot skapas. Efter det bestämmer en huvudanvändare om rollerna.',
  groupClaim: 'I vilken uppgift finns grupperna?',
  groupClaimHint: 'Till exempel groups eller roles.',
  professionalGroup: 'Gruppen vars medlemmar blir yrkespersoner',
  professionalGroupHint: 'Om detta är tomt får alla ett konto som yrkesperson.',
  teamLeadGroup: 'Gruppen vars medlemmar blir närchefer',
  adminGroup: 'Gruppen vars medlemmar blir huvudanvändare',
  officerGroup: 'Gruppen vars medlemmar blir dataskyddsombud',
  secondFactorValue: 'Märke för inloggningens andra steg (amr eller acr)',
  secondFactorValueHint:
    'Till exempel mfa: då måste varje inloggning ha det. Lämna tomt bara om tjänsten alltid kräver ett andra steg.',
  active: 'Inloggningen används',
  activeHint: 'Pröva förbindelsen innan du tar inloggningen i bruk.',
  rule: 'Vem som loggar in och hur',
  exclusive: 'Personalen loggar in endast med den här tjänsten',
  exclusiveHint:
    'Lösenord, nycklar och återställningskoder gäller inte längre, och inloggningar som öppnats med dem avslutas genast. Logga först in själv en gång med tjänsten, så att du vet att den fungerar.',
  emergencyAdmins: 'Huvudanvändare som kommer in även när tjänsten inte fungerar',
  emergencyAdminsHint:
    'Välj minst en som har en nyckel eller ett lösenord i Tapaamo. Annars skulle ett avbrott i tjänsten låsa ute alla.',
  noOtherMeans: 'Har ännu varken nyckel eller lösenord. De läggs till på det egna kontot.',
};

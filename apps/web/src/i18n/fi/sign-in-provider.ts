export const providerSignIn = {
  go: 'Jatka organisaation kirjautumisella',
  going: 'Siirrytään…',
  or: 'Voit kirjautua myös Tapaamon tunnuksella.',
  goBy: 'Kirjaudu: {{name}}',
  onlyHeading: 'Kirjaudu organisaation tunnuksilla',
  onlyText:
    'Organisaatiosi henkilöstö kirjautuu Tapaamoon organisaation omilla tunnuksilla. Tapaamon salasanaa, pääsyavainta tai palautuskoodia ei tarvita.',
  onlyHelp: 'Jos organisaation kirjautuminen ei toimi, ota yhteyttä organisaatiosi pääkäyttäjään.',
  otherAccount: 'Kirjaudu toisella tunnuksella',
};

export const providerSettings = {
  heading: 'Kirjautuminen',
  lead: 'Henkilöstö voi kirjautua Tapaamoon organisaation omilla tunnuksilla, esimerkiksi Entra ID:n, Keycloakin tai ADFS:n kautta. Salasana ja pääsyavain kelpaavat silti edelleen, ellet rajaa niitä pois.',
  addresses: 'Osoitteet',
  redirectUri: 'Paluuosoite, jonka annat kirjautumispalveluun (redirect URI)',
  signInAddress: 'Organisaatiosi oma kirjautumissivu, jonka voit antaa henkilöstölle',
  copy: 'Kopioi osoite',
  copied: 'Osoite on kopioitu.',
  guide: 'Ohje: mitä Entra ID:hen, Keycloakiin tai ADFS:ään kirjoitetaan',
  service: 'Kirjautumispalvelu',
  displayName: 'Nimi, jolla henkilöstö tuntee palvelun',
  displayNameHint: 'Esimerkiksi Mallilan työntekijätunnus.',
  issuer: 'Palvelun osoite (issuer)',
  issuerHint:
    'Alkaa https://. Entra ID:n osoitteessa on oman organisaatiosi vuokraajan tunnus (tenant ID).',
  relyingPartyId: 'Tapaamon tunniste palvelussa (client ID)',
  secret: 'Salaisuus (client secret)',
  secretNew: 'Salaisuutta ei näytetä tallentamisen jälkeen.',
  secretKept: 'Salaisuus on tallessa. Jätä tyhjäksi, jos se ei muutu.',
  test: 'Kokeile yhteyttä',
  testing: 'Kokeillaan…',
  test_works: 'Yhteys toimii.',
  'test_host-not-allowed':
    'Osoite ei ole julkisessa verkossa. Pyydä palvelun ylläpitoa sallimaan se.',
  test_unreachable: 'Osoitteesta ei tule vastausta. Tarkista osoite ja se, että palvelu on päällä.',
  'test_no-provider':
    'Osoite vastaa, mutta siellä ei ole kirjautumispalvelua. Tarkista, että osoite on kirjoitettu kokonaan.',
  'test_other-issuer':
    'Palvelu kertoo olevansa toisessa osoitteessa. Kopioi osoite (issuer) palvelun omista asetuksista.',
  test_unsuitable:
    'Palvelusta puuttuu jotain, mitä Tapaamo tarvitsee: kirjautuminen valtuutuskoodilla ja allekirjoitus RS256.',
  people: 'Kuka pääsee sisään',
  domains: 'Organisaatiosi sähköpostin verkkotunnukset',
  noDomains: 'Ei yhtään. Henkilöstö kirjautuu organisaatiosi omalta kirjautumissivulta.',
  domainsHint:
    'Kun joku kirjoittaa etusivulle osoitteen, joka päättyy näin, hänet ohjataan organisaatiosi kirjautumiseen. Verkkotunnuksen saat pyytämällä sitä palvelun ylläpidolta, joka tarkistaa, että se on organisaatiosi oma.',
  addressClaim: 'Missä tiedossa palvelu kertoo sähköpostiosoitteen?',
  claim_email: 'email (tavallisin)',
  claim_preferred_username: 'preferred_username (Entra ID)',
  claim_upn: 'upn (ADFS)',
  addressesVerified: 'Palvelun osoitteet ovat aina tarkistettuja',
  addressesVerifiedHint:
    'Valitse tämä vain, jos organisaatiosi antaa osoitteet itse eikä kukaan voi vaihtaa omaansa. Muuten kelpaa vain osoite, jonka palvelu kertoo tarkistaneensa (email_verified).',
  unknownPeople: 'Jos henkilöllä ei ole vielä tunnusta Tapaamossa',
  unknown_refused: 'Häntä ei päästetä sisään. Pääkäyttäjä kutsuu ensin.',
  unknown_created:
    'Hänelle luodaan tunnus, jos hänen osoitteensa päättyy organisaatiosi verkkotunnukseen',
  groups: 'Uuden tunnuksen roolit',
  groupsHint:
    'Ryhmiä katsotaan vain, kun tunnus luodaan. Sen jälkeen pääkäyttäjä päättää rooleista.',
  groupClaim: 'Missä tiedossa palvelu kertoo ryhmät?',
  groupClaimHint: 'Esimerkiksi groups tai roles.',
  professionalGroup: 'Ryhmä, josta tulee ammattilaisia',
  professionalGroupHint: 'Jos tämä on tyhjä, jokainen saa tunnuksen ammattilaisena.',
  teamLeadGroup: 'Ryhmä, josta tulee lähiesihenkilöitä',
  adminGroup: 'Ryhmä, josta tulee pääkäyttäjiä',
  officerGroup: 'Ryhmä, josta tulee tietosuojavastaavia',
  secondFactorValue: 'Merkintä kirjautumisen toisesta vaiheesta (amr tai acr)',
  secondFactorValueHint:
    'Esimerkiksi mfa: silloin jokaisen kirjautumisen pitää kertoa se. Jätä tyhjäksi vain, jos palvelu vaatii toisen vaiheen aina.',
  active: 'Kirjautuminen on käytössä',
  activeHint: 'Kokeile yhteyttä ennen kuin otat kirjautumisen käyttöön.',
  rule: 'Kuka kirjautuu ja miten',
  exclusive: 'Henkilöstö kirjautuu vain tällä kirjautumispalvelulla',
  exclusiveHint:
    'Salasanat, pääsyavaimet ja palautuskoodit eivät enää kelpaa, ja niillä avatut kirjautumiset päättyvät heti. Kirjaudu ensin itse kerran tällä palvelulla, jotta tiedät sen toimivan.',
  emergencyAdmins: 'Pääkäyttäjät, jotka pääsevät sisään myös, kun palvelu ei toimi',
  emergencyAdminsHint:
    'Valitse vähintään yksi, jolla on Tapaamossa pääsyavain tai salasana. Muuten häiriö palvelussa lukitsisi kaikki ulos.',
  noOtherMeans: 'Ei vielä pääsyavainta eikä salasanaa. Ne lisätään omalla tilillä.',
};

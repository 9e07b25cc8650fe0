export const audit = {
  heading: 'Loki',
  lead: 'Kuka teki tai katsoi mitä ja milloin. Asiakkaiden nimiä ei ole lokissa. Myös lokin katsominen kirjataan.',
  filters: 'Rajaa lokia',
  from: 'Alkaen',
  to: 'Päättyen',
  who: 'Kuka',
  what: 'Mitä',
  visit: 'Tapaamisen tunniste',
  everyone: 'Kaikki',
  everything: 'Kaikki',
  show: 'Näytä',
  clear: 'Tyhjennä rajaukset',
  when: 'Milloin',
  where: 'Verkko',
  details: 'Mitä koskee',
  none: 'Rajauksilla ei löytynyt merkintöjä.',
  more: 'Näytä vanhempia',
  shown_one: '{{count}} merkintä näkyvissä',
  shown_other: '{{count}} merkintää näkyvissä',
  csv: 'Lataa taulukkona (CSV)',
  jsonl: 'Lataa ohjelmille (JSON Lines)',
  intact: 'Loki on eheä, tarkistettu {{time}}',
  unchecked: 'Lokia ei ole vielä tarkistettu. Se tarkistetaan joka päivä.',
  brokenLabel: 'Loki ei ole eheä',
  brokenText:
    'Ensimmäinen virheellinen merkintä on numero {{sequence}}. Ilmoita ylläpidolle heti: joku on muuttanut tietokantaa.',
  sequence: 'Numero',
  goneAccount: 'poistettu tunnus',
  actors: {
    staff: 'henkilöstö',
    client: 'asiakas',
    operator: 'ylläpito',
    system: 'järjestelmä',
    unknown: 'tunnistamaton',
  },
  events: {
    'sign-in': {
      succeeded: 'Kirjautui sisään',
      confirmed: 'Vahvisti henkilöllisyytensä',
      failed: 'Kirjautuminen epäonnistui',
    },
    'sign-out': {
      done: 'Kirjautui ulos',
    },
    session: {
      ended: 'Päätti istuntoja',
    },
    password: {
      changed: 'Vaihtoi salasanan',
    },
    'sign-in-method': {
      added: 'Lisäsi kirjautumistavan',
      removed: 'Poisti kirjautumistavan',
    },
    'recovery-codes': {
      made: 'Loi palautuskoodit',
    },
    staff: {
      viewed: 'Katsoi henkilöstöluetteloa',
      invited: 'Kutsui henkilöstöön',
      imported: 'Toi henkilöstöluettelon',
      'invitation-withdrawn': 'Perui kutsun',
      'invitation-accepted': 'Hyväksyi kutsun',
      changed: 'Muutti tunnuksen tietoja',
      'roles-changed': 'Muutti rooleja',
      deactivated: 'Sulki tunnuksen',
      reactivated: 'Avasi tunnuksen uudelleen',
      'sign-in-reset': 'Nollasi kirjautumistavat',
    },
    team: {
      created: 'Perusti tiimin',
      changed: 'Muutti tiimiä',
      removed: 'Poisti tiimin',
    },
    'stand-in': {
      added: 'Lisäsi sijaisen',
      removed: 'Poisti sijaisen',
    },
    organisation: {
      created: 'Organisaatio perustettiin',
      changed: 'Muutti organisaation asetuksia',
      disabled: 'Organisaatio suljettiin',
      enabled: 'Organisaatio avattiin',
    },
    service: {
      created: 'Loi palvelun',
      changed: 'Muutti palvelua',
      closed: 'Sulki palvelun',
    },
    'retention-policy': {
      changed: 'Muutti säilytysaikaa',
    },
    'sign-in-provider': {
      changed: 'Muutti organisaation kirjautumispalvelua',
    },
    keys: {
      rotated: 'Avaimet vaihdettiin',
    },
    booking: {
      created: 'Teki varauksen',
      changed: 'Muutti varausta',
      cancelled: 'Perui varauksen',
      'handed-over': 'Luovutti varauksen',
    },
    'client-identifiers': {
      viewed: 'Näki asiakkaan tiedot',
    },
    visit: {
      'meeting-access-given': 'Sai pääsyn tapaamiseen',
      'client-admitted': 'Päästi asiakkaan sisään',
      ended: 'Tapaaminen päättyi',
    },
    identification: {
      succeeded: 'Tunnistautui',
      failed: 'Tunnistautuminen epäonnistui',
    },
    forgetting: {
      viewed: 'Katsoi tietojen poistamista',
      swept: 'Tapaamisten tiedot poistettiin',
    },
    audit: {
      viewed: 'Katsoi lokia',
      exported: 'Latasi lokin',
      expired: 'Vanhat merkinnät poistuivat',
      checked: 'Loki tarkistettiin',
    },
  },
};

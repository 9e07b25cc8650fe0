export const retention = {
  heading: 'Säilytysajat',
  lead: 'Tästä näet ja muutat, kuinka kauan asiakkaan tiedot säilyvät tapaamisen jälkeen. Lyhennyksen vahvistaa toinen pääkäyttäjä. Pidennys koskee vain uusia varauksia.',
  choose: 'Asiakkaan tiedot poistetaan',
  after: {
    'visit-end': '{{period}} tapaamisen jälkeen',
    'relationship-end':
      '{{period}} asiakkuuden päättymisen jälkeen, viimeistään {{ceiling}} tapaamisen jälkeen',
  },
  now: 'Asiakkaan tiedot poistetaan: {{rule}}.',
  asksOfRelationship:
    'Ammattilainen kertoo tapaamisen sivulla, kun asiakkuus on päättynyt. Häneltä kysytään sitä puolen vuoden kuluttua tapaamisesta.',
  longer: 'Pidempi aika koskee vain varauksia, jotka tehdään tästä lähtien.',
  same: 'Säilytysaika pysyy samana.',
  nothing:
    'Yhdenkään varatun tapaamisen tiedot eivät poistu aiemmin. Uudet varaukset noudattavat lyhyempää aikaa.',
  affected_one: 'Yhden tapaamisen tiedot poistuvat aiemmin.',
  affected_other: '{{count}} tapaamisen tiedot poistuvat aiemmin.',
  firstNight_one: 'Niistä yksi poistuu ensimmäisenä yönä.',
  firstNight_other: 'Niistä {{count}} poistuu ensimmäisenä yönä.',
  held_one: 'Niistä yksi on lukittu. Se poistuu vasta, kun lukitus päättyy.',
  held_other: 'Niistä {{count}} on lukittu. Ne poistuvat vasta, kun lukitus päättyy.',
  earliest: 'Ensimmäiset poistuvat aikaisintaan {{time}}, jos muutos vahvistetaan nyt.',
  propose: 'Ehdota lyhyempää aikaa',
  save: 'Ota käyttöön',
  waiting: 'Lyhyempi aika odottaa vahvistusta: {{rule}}',
  proposedAt: 'Ehdotettu {{time}}.',
  anotherConfirms: 'Toisen pääkäyttäjän pitää vahvistaa ehdotuksesi.',
  confirm: 'Vahvista lyhennys',
  withdraw: 'Peru ehdotus',
  history: 'Aiemmat säilytysajat',
  since: '{{date}} alkaen: {{rule}}',
  others: 'Muut tiedot',
  category: {
    messages: 'Viestit',
    audit: 'Käyttöloki',
  },
  kept: {
    messages:
      'Vastaanottajat ja lähetystiedot poistetaan {{period}} tapaamisen jälkeen, tai asiakkaan tietojen mukana, jos ne poistetaan aiemmin. Viestin teksti poistetaan heti, kun viesti on lähtenyt.',
    audit:
      'Jokainen merkintä poistetaan, kun siitä on kulunut {{period}}. Lokissa ei ole asiakkaiden nimiä.',
  },
  unfinished: 'Keskeneräinen varaus',
  unfinishedText: 'Keskeneräistä varausta ei tallenneta. Se on vain avoimella sivulla.',
  contractEnd: 'Sopimuksen päättyminen',
  contractEndText:
    'Kun organisaation sopimus päättyy, kaikki sen tiedot poistetaan kerralla, myös avainten varmuuskopiot.',
  contractEndAtOnce: 'Sen jälkeen tietoja ei saa takaisin kukaan.',
  contractEndCopies_one: 'Päivän kuluttua siitä tietoja ei saa takaisin kukaan.',
  contractEndCopies_other: '{{count}} päivän kuluttua siitä tietoja ei saa takaisin kukaan.',
};

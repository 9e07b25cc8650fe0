export const doubtfulAdmissions = {
  /** In the navigation. */
  place: 'Tilastot',
  heading: 'Ilman varmaa tunnistusta',
  lead: 'Näin monta kertaa joku otettiin vastaan, vaikka häntä ei ollut tunnistettu varauksen henkilöksi. Luvut ovat kahdelta viime vuodelta kuukauden, palvelun ja ammattilaisen valitseman syyn mukaan.',
  floor:
    'Alle {{floor}} kertaa näytetään vain sanoina, jottei luvusta voi päätellä, kenestä on kyse.',
  none: 'Kukaan ei ole tullut tapaamiseen ilman varmaa tunnistusta kahden viime vuoden aikana.',
  month: 'Kuukausi',
  service: 'Palvelu',
  reason: 'Ammattilaisen valitsema syy',
  count: 'Määrä',
  fewer: 'alle {{floor}}',
};

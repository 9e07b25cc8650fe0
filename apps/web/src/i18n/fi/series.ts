export const series = {
  every_none: 'Ei toistu',
  every_1: 'Joka viikko',
  every_2: 'Joka toinen viikko',
  timesHint: '2–52, ensimmäinen mukaan lukien',
  daysHint: 'Poista valinta päivältä, jolle et tee varausta.',
  taken: 'Sinulla on jo varaus',
  count_zero: 'Yhtään tapaamista ei varata.',
  count_one: 'Varataan {{count}} tapaaminen.',
  count_other: 'Varataan {{count}} tapaamista.',
  created_one: 'Sarjaan varattiin {{count}} tapaaminen.',
  created_other:
    'Sarjaan varattiin {{count}} tapaamista. Tässä on ensimmäinen; muista asiakas saa viestin viikkoa ennen kutakin.',
};

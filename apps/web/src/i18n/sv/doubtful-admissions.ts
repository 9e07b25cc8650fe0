export const doubtfulAdmissions = {
  /** In the navigation. */
  place: 'Statistik',
  heading: 'Utan säker identifiering',
  lead: 'Så många gånger har någon tagits emot fastän hen inte hade identifierats som personen i bokningen. Siffrorna är från de två senaste åren, enligt månad, tjänst och den orsak som den anställda valt.',
  floor: 'Färre än {{floor}} gånger visas bara i ord, så att siffran inte avslöjar vem det gäller.',
  none: 'Ingen har kommit till ett möte utan säker identifiering under de två senaste åren.',
  month: 'Månad',
  service: 'Tjänst',
  reason: 'Orsak som den anställda valt',
  count: 'Antal',
  fewer: 'färre än {{floor}}',
};

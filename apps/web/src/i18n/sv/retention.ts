export const retention = {
  heading: 'Lagringstider',
  lead: 'Här ser och ändrar du hur länge klientens uppgifter lagras efter mötet. En annan huvudanvändare bekräftar en förkortning. En förlängning gäller bara nya bokningar.',
  choose: 'Klientens uppgifter raderas',
  after: {
    'visit-end': '{{period}} efter mötet',
    'relationship-end':
      '{{period}} efter att klientrelationen har upphört, senast {{ceiling}} efter mötet',
  },
  now: 'Klientens uppgifter raderas: {{rule}}.',
  asksOfRelationship:
    'Yrkespersonen anger på mötets sida när klientrelationen har upphört. Frågan ställs ett halvår efter mötet.',
  longer: 'Den längre tiden gäller bara bokningar som görs från och med nu.',
  same: 'Lagringstiden förblir densamma.',
  nothing: 'Inga bokade mötens uppgifter raderas tidigare. Nya bokningar följer den kortare tiden.',
  affected_one: 'Ett mötes uppgifter raderas tidigare.',
  affected_other: '{{count}} mötens uppgifter raderas tidigare.',
  firstNight_one: 'Av dem raderas ett den första natten.',
  firstNight_other: 'Av dem raderas {{count}} den första natten.',
  held_one: 'Av dem är ett låst. Det raderas först när låset avslutas.',
  held_other: 'Av dem är {{count}} låsta. De raderas först när låset avslutas.',
  earliest: 'De första raderas tidigast {{time}}, om ändringen bekräftas nu.',
  propose: 'Föreslå en kortare tid',
  save: 'Ta i bruk',
  waiting: 'En kortare tid väntar på bekräftelse: {{rule}}',
  proposedAt: 'Föreslagen {{time}}.',
  anotherConfirms: 'En annan huvudanvändare ska bekräfta ditt förslag.',
  confirm: 'Bekräfta förkortningen',
  withdraw: 'Återta förslaget',
  history: 'Tidigare lagringstider',
  since: 'Från {{date}}: {{rule}}',
  others: 'Andra uppgifter',
  category: {
    messages: 'Meddelanden',
    audit: 'Logg',
  },
  kept: {
    messages:
      'Mottagare och sändningsuppgifter raderas {{period}} efter mötet, eller med klientens uppgifter om de raderas tidigare. Meddelandets text raderas genast när det har skickats.',
    audit:
      'Varje anteckning raderas när det har gått {{period}}. Det finns inga klientnamn i loggen.',
  },
  unfinished: 'En bokning som inte är klar',
  unfinishedText: 'En bokning som inte är klar sparas inte. Den finns bara på den öppna sidan.',
  contractEnd: 'När avtalet upphör',
  contractEndText:
    'När organisationens avtal upphör raderas alla dess uppgifter på en gång, också säkerhetskopior av nycklar.',
  contractEndAtOnce: 'Efter det kan ingen få tillbaka uppgifterna.',
  contractEndCopies_one: 'En dag efter det kan ingen få tillbaka uppgifterna.',
  contractEndCopies_other: '{{count}} dagar efter det kan ingen få tillbaka uppgifterna.',
};

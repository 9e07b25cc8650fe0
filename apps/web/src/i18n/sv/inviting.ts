import type { Texts } from '../texts.js';

/** Bringing somebody into a meeting that goes on. */
export const inviting: Texts['inviting'] = {
  heading: 'Bjud in till mötet',
  colleagues: 'Kollegor',
  colleaguesHint: 'Kollegan ser mötet genast bland sina bokningar och kommer med därifrån.',
  find: 'Sök med namn',
  invite: 'Bjud in {{name}}',
  invited: '{{name}} är inbjuden. Mötet syns nu bland kollegans bokningar.',
  isInvited: '{{name}}: inbjuden',
  nobody: 'Inga kollegor hittades.',
  others: 'Någon annan',
  othersHint:
    'Till exempel en vårdnadshavare, tolk eller stödperson, som får en egen länk i ett meddelande.',
  close: 'Stäng',
};

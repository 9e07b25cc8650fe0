import type { Texts } from '../texts.js';

/** How the line of a meeting is. */
export const line: Texts['line'] = {
  own: 'Din förbindelse: {{state}}',
  good: 'bra',
  weak: 'svag',
  'very-weak': 'mycket svag',
  lost: 'bruten',
  weakHelp:
    'Din förbindelse är svag. Gå närmare wifi-enheten eller stäng andra program som använder nätet.',
  veryWeakHelp:
    'Din förbindelse är mycket svag och ljudet kan hacka. Gå till en annan plats, byt nät eller stäng av kameran.',
  soundKept:
    'Din förbindelse är svag. Bilden är pausad så att ljudet hörs. Den kommer tillbaka av sig själv.',
  ownPictureWaits:
    'Din förbindelse är svag. Din bild är pausad så att de andra hör dig. Den kommer tillbaka av sig själv.',
  pictureWaits: '{{name}}: bilden är pausad så att ljudet hörs',
  otherPictureWaits: '{{name}}: förbindelsen är svag. Bilden är pausad så att ljudet hörs.',
  otherSeesNoPicture: '{{name}} ser inte din bild just nu: förbindelsen är svag. Ditt ljud hörs.',
  isWeak: 'svag förbindelse',
  isVeryWeak: 'mycket svag förbindelse',
  speaks: 'talar',
};

import type { Assurance, IdentificationMethod } from '@tapaamo/contracts';
import type { Dialect } from './dialects/dialect.js';

/** What the names of methods hold (Telia's guide 2.4.2, Suomi.fi's metadata), most telling first. */
const METHODS: readonly [RegExp, IdentificationMethod][] = [
  [/eidas/i, 'eidas'],
  [/mpki|mobi/i, 'mobile'],
  [/card|kortti|hst|fineid/i, 'card'],
  [
    /bank|pankki|tupas|nordea|danske|aktia|handelsbanken|spankki|alandsbanken|\.op\.|pop|saastopankki|omasp/i,
    'bank',
  ],
];

/** The low one of eIDAS (910/2014 article 8). Production does not take it; wherever it is taken it is called what it is. */
const EIDAS_LOW = 'http://eidas.europa.eu/LoA/low';

/**
 * Level of an accepted `acr` value (Traficom M72B; eIDAS 910/2014 article 8).
 *
 * @param acr - A value that is accepted; anything not known to be high or low counts as substantial.
 */
export function assuranceOf(acr: string, { highLevels }: Pick<Dialect, 'highLevels'>): Assurance {
  if (acr === EIDAS_LOW) {
    return 'low';
  }
  return highLevels.includes(acr) ? 'high' : 'substantial';
}

/**
 * Kind of means an identification was made with.
 *
 * @param amr - Authentication methods references of the token; URIs in the trust network.
 */
export function methodOf(amr: readonly string[]): IdentificationMethod {
  const text = amr.join(' ');
  return METHODS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

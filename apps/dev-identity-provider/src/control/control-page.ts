import type { Language } from '@tapaamo/contracts';
import type { Conduct } from '../conduct/conduct.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { OutageNotice } from '../outage/outage-notice.js';
import { languageLinks } from '../pages/language-links.js';
import { escapeHtml, page, type Page } from '../pages/layout.js';
import type { SignIns } from '../persons/sign-ins.js';
import type { LastRequests } from '../watch/last-requests.js';
import { dialectSection, faultSection } from './conduct-sections.js';
import { CONTROL_TEXTS } from './control-texts.js';
import { FAULT_TEXTS } from './fault-texts.js';
import { keySection, noticeSection } from './published-sections.js';
import { lastSection, signOutSection } from './watching-sections.js';

/** Where the page is. */
export const CONTROL_PATH = '/control';

/** Everything of the provider that the page shows and changes. */
export interface Controlled {
  conduct: Conduct;
  keyRing: KeyRing;
  notice: OutageNotice;
  signIns: SignIns;
  last: LastRequests;
}

/** The page on which a developer has the provider behave badly, and sees what was asked. Works without scripts. */
export function controlPage(language: Language, controlled: Controlled): Page {
  const texts = CONTROL_TEXTS[language];
  const { fault } = controlled.conduct;
  const state =
    fault === null
      ? `<p class="state">${texts.allIsWell}</p>`
      : `<p class="state wrong"><strong>${texts.failing}</strong> ${escapeHtml(FAULT_TEXTS[language][fault][0])}</p>`;
  const content = `<h1>${texts.heading}</h1>
<p>${texts.intro}</p>
${state}
${faultSection(language, controlled)}
${dialectSection(language, controlled)}
${keySection(language, controlled)}
${noticeSection(language, controlled)}
${signOutSection(language, controlled)}
${lastSection(language, controlled)}
${languageLinks(language, CONTROL_PATH)}`;
  return page(language, content, []);
}

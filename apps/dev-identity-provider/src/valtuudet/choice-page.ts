import type { Language } from '@tapaamo/contracts';
import { escapeHtml, page, type Page } from '../pages/layout.js';
import type { TestPerson } from '../test-persons.js';
import { authorizationOf } from './guardianships.js';

interface ChoiceTexts {
  heading: string;
  who: string;
  choose: string;
  cancel: string;
  nobody: string;
  refused: string;
}

const TEXTS: Record<Language, ChoiceTexts> = {
  fi: {
    heading: 'Suomi.fi-valtuudet (testi)',
    who: 'Kenen puolesta asioit?',
    choose: 'Valitse ja siirry palveluun',
    cancel: 'Keskeytä valinta',
    nobody: 'Sinulla ei ole huollettavia.',
    refused: 'vastaus on kielteinen',
  },
  sv: {
    heading: 'Suomi.fi-fullmakter (test)',
    who: 'För vem uträttar du ärenden?',
    choose: 'Välj och gå till tjänsten',
    cancel: 'Avbryt valet',
    nobody: 'Du är inte vårdnadshavare för någon.',
    refused: 'svaret är nekande',
  },
  en: {
    heading: 'Suomi.fi e-Authorizations (test)',
    who: 'For whom do you act?',
    choose: 'Choose and go to the service',
    cancel: 'Cancel the choice',
    nobody: 'You are nobody’s guardian.',
    refused: 'the answer is no',
  },
};

/** What the page shows. */
export interface ChoiceView {
  language: Language;
  guardian: string;
  children: readonly TestPerson[];
  /** Address of this page with its query. */
  action: string;
  /** Origin the person goes back to. */
  returnOrigin: string;
}

/** The page on which a guardian chooses the child for whom they act. */
export function choicePage({
  language,
  guardian,
  children,
  action,
  returnOrigin,
}: ChoiceView): Page {
  const texts = TEXTS[language];
  const choices = children.map(({ id, givenNames, familyName, hetu }, index) => {
    const isRefused = authorizationOf(guardian, hetu ?? '') === 'DISALLOWED';
    const hint = isRefused ? ` <small>${texts.refused}</small>` : '';
    return `<label class="choice"><input type="radio" name="child" value="${id}"${
      index === 0 ? ' checked' : ''
    }><span>${escapeHtml(`${givenNames} ${familyName}`)}${hint}</span></label>`;
  });
  const content = `<form class="card" method="post" action="${escapeHtml(action)}">
<h1>${texts.heading}</h1>
${children.length === 0 ? `<p>${texts.nobody}</p>` : `<fieldset><legend>${texts.who}</legend>${choices.join('\n')}</fieldset>`}
<div class="actions">
${children.length === 0 ? '' : `<button type="submit" name="act" value="choose">${texts.choose}</button>`}
<button type="submit" name="act" value="cancel" class="quiet">${texts.cancel}</button>
</div>
</form>`;
  return page(language, content, [returnOrigin]);
}

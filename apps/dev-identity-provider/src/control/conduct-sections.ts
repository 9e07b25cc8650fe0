import type { Language } from '@tapaamo/contracts';
import { DIALECT_NAMES, REQUEST_MODES } from '../conduct/dialects.js';
import { FAULT_NAMES, FAULT_SECONDS_MAX, FAULTS, type FaultPlace } from '../conduct/faults.js';
import { escapeHtml } from '../pages/layout.js';
import { actButton, controlForm, select } from './control-form.js';
import type { Controlled } from './control-page.js';
import { CONTROL_TEXTS } from './control-texts.js';
import { FAULT_TEXTS } from './fault-texts.js';

/** How the provider speaks and is asked. */
export function dialectSection(language: Language, { conduct }: Controlled): string {
  const texts = CONTROL_TEXTS[language];
  const dialects = DIALECT_NAMES.map(
    (name) => [name, texts.dialects[name], name === conduct.dialectName] as const,
  );
  const modes = REQUEST_MODES.map(
    (mode) => [mode, texts.requestModes[mode], mode === conduct.demandedMode] as const,
  );
  return controlForm(
    language,
    'dialect',
    `<h2>${texts.dialect}</h2>
<p>${texts.dialectHint}</p>
${select('dialect', texts.dialect, dialects)}
${select('requestMode', texts.requestMode, [['', texts.byDialect, conduct.demandedMode === null], ...modes])}
${actButton('dialect', texts.save)}`,
  );
}

/** What goes wrong, one at a time, and what a relying party learns from it. */
export function faultSection(language: Language, { conduct }: Controlled): string {
  const texts = CONTROL_TEXTS[language];
  const places = [...new Set(Object.values(FAULTS))].map(
    (place) => `<fieldset><legend>${texts.places[place]}</legend>
${faultsAt(place)}
</fieldset>`,
  );
  return controlForm(
    language,
    'faults',
    `<h2>${texts.faults}</h2>
<p>${texts.faultsHint}</p>
<div class="list">${choice('', texts.nothingFails, '')}</div>
${places.join('\n')}
<p><label>${texts.seconds}<input type="number" name="seconds" value="${String(conduct.faultSeconds)}" min="-${String(FAULT_SECONDS_MAX)}" max="${String(FAULT_SECONDS_MAX)}" required></label></p>
${actButton('fault', texts.save)}`,
  );

  function faultsAt(place: FaultPlace): string {
    return FAULT_NAMES.filter((fault) => FAULTS[fault] === place)
      .map((fault) => choice(fault, ...FAULT_TEXTS[language][fault]))
      .join('\n');
  }

  function choice(value: string, name: string, lesson: string): string {
    const isChosen = value === (conduct.fault ?? '');
    const hint = lesson === '' ? '' : ` <small>${escapeHtml(lesson)}</small>`;
    return `<label class="choice"><input type="radio" name="fault" value="${value}"${
      isChosen ? ' checked' : ''
    }><span>${escapeHtml(name)}${hint}</span></label>`;
  }
}

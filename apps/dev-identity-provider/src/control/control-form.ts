import type { Language } from '@tapaamo/contracts';
import { CONTROL_PATH } from './control-page.js';

/** A section of the control page with a form of its own. */
export function controlForm(language: Language, id: string, content: string): string {
  return `<form class="card plain" id="${id}" method="post" action="${CONTROL_PATH}?lang=${language}">
${content}
</form>`;
}

/** A button that sends its form with an act. */
export function actButton(act: string, text: string, isQuiet = false): string {
  return `<button type="submit" name="act" value="${act}"${isQuiet ? ' class="quiet"' : ''}>${text}</button>`;
}

/** A choice among a few words. */
export function select(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string, isChosen: boolean])[],
): string {
  const items = options.map(
    ([value, text, isChosen]) =>
      `<option value="${value}"${isChosen ? ' selected' : ''}>${text}</option>`,
  );
  return `<p><label>${label}<select name="${name}">${items.join('')}</select></label></p>`;
}

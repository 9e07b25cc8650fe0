import { relative } from 'node:path';
import { canaryForms, type Canary } from './canary-forms.js';
import { filesWith } from './traces.js';

/** Something of a canary that a file has. */
export interface CanaryHit {
  /** The file or folder, directly below the one that was searched. */
  place: string;
  label: string;
  form: string;
}

/** Searches a folder, files of databases included, for canaries in all their forms (`canaryForms`). Each hit once a place. */
export async function canaryHits(
  folder: string,
  canaries: readonly Canary[],
): Promise<CanaryHit[]> {
  const forms = new Map(canaryForms(canaries).map((form) => [form.text, form]));
  const files = await filesWith(folder, [...forms.keys()]);
  const hits = files.flatMap(({ file, text }) => {
    const found = forms.get(text);
    const [place = ''] = relative(folder, file).split('/');
    return found === undefined ? [] : [{ place, label: found.label, form: found.form }];
  });
  return [...new Map(hits.map((hit) => [Object.values(hit).join(), hit])).values()];
}

import type { Language } from '@tapaamo/contracts';

/** Words that are a text's heading, by language, in OP's form. */
const HEADINGS: Record<Language, string> = {
  fi: 'Häiriöilmoitus',
  sv: 'Störningsmeddelande',
  en: 'Service disruption',
};

/** A notice of a planned or present outage, as brokers publish it. Empty texts are no notice. */
export class OutageNotice {
  #texts: Record<Language, string> = { fi: '', sv: '', en: '' };

  /** The texts by language. */
  get texts(): Readonly<Record<Language, string>> {
    return this.#texts;
  }

  /** Publishes it; empty texts take it back. */
  publish(texts: Record<Language, string>): void {
    this.#texts = texts;
  }

  /** In Telia's form: one line, languages divided by bars. */
  asLine(): string {
    const { fi, sv, en } = this.#texts;
    const parts = [fi, sv, en].map((text) => text.replace(/[|\s]+/g, ' ').trim());
    return parts.every((text) => text === '') ? '' : parts.join('|');
  }

  /** In OP's form: a part of what its embedded choice of banks needs. */
  asDisturbance(language: Language): { disturbanceInfo?: { header: string; text: string } } {
    const text = this.#texts[language];
    return text === '' ? {} : { disturbanceInfo: { header: HEADINGS[language], text } };
  }
}

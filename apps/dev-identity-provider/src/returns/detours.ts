import type { Language } from '@tapaamo/contracts';

/** Most detours that are remembered; one is taken a moment after it was asked for. */
const DETOURS_MAX = 50;

/** Sign-ins whose return address is shown instead of followed. */
export class Detours {
  readonly #languages = new Map<string, Language>();

  /** @param uid - Of the sign-in. */
  add(uid: string, language: Language): void {
    this.#languages.set(uid, language);
    const [oldest] = this.#languages.keys();
    if (this.#languages.size > DETOURS_MAX && oldest !== undefined) {
      this.#languages.delete(oldest);
    }
  }

  /** @returns In which language to show it; undefined for a sign-in without a detour. Once. */
  take(uid: string): Language | undefined {
    const language = this.#languages.get(uid);
    this.#languages.delete(uid);
    return language;
  }
}

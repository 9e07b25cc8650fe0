/** Louder than a quiet room, on the scale of `watchSoundLevel`: a voice near its microphone. */
const TALK_LEVEL = 0.4;

/** How many levels are looked at, two seconds of them, and how many of these must be loud. Words have gaps; a cough is short. */
const LEVELS = 30;
const LOUD_LEVELS = 10;

/** Judges by the level of a microphone whether somebody talks into it. */
export class TalkJudge {
  #loud: readonly boolean[] = [];

  /**
   * @param level - The newest, 0 (silent) to 1 (loud).
   * @returns Whether they talk.
   */
  hear(level: number): boolean {
    this.#loud = [...this.#loud, level > TALK_LEVEL].slice(-LEVELS);
    return this.#loud.filter(Boolean).length >= LOUD_LEVELS;
  }
}

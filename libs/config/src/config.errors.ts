/** The settings are not usable. Names the settings and the reasons, never a value. */
export class ConfigInvalidError extends Error {
  /** @param problems - One sentence a setting, beginning with its name. */
  constructor(readonly problems: readonly string[]) {
    super(`Settings to mend:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigInvalidError';
  }
}

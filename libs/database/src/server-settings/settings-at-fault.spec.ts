import { settingsAtFault, type AskServer } from './settings-at-fault.js';

/** A server with one setting, and nothing else that could be looked at. */
const serverWith = (name: string, setting: string): AskServer => {
  const rows = [{ name, setting }] as unknown[];
  return async <Row extends object>(text: string) =>
    (text.includes('current_setting(name, true)') ? rows : []) as Row[];
};

describe('a setting that only a whole server can have', () => {
  it.each(['autovacuum', 'remove_temp_files_after_crash'])(
    '%s is told of when it is off',
    async (name) => {
      await expect(settingsAtFault(serverWith(name, 'off'))).resolves.toEqual([
        { what: name, wanted: 'on' },
      ]);
      await expect(settingsAtFault(serverWith(name, 'on'))).resolves.toEqual([]);
    },
  );
});

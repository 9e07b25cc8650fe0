/** What the key database last saw of the installation (`Mark`), so that an older copy of a part is told by the others. */
export const keyMark1765460000000 = {
  name: 'KeyMark1765460000000',
  up: `
    CREATE TABLE key_mark (
      only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
      content text NULL
    );
    INSERT INTO key_mark DEFAULT VALUES;`,
};

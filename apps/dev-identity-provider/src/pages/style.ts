import { TEST_PERSONS } from '../test-persons.js';

const GROUPS = [...new Set(TEST_PERSONS.map(({ group }) => group))];

/** Style of all pages: calm, high contrast, one column that fits 320 pixels. */
export const STYLE = `
:root { color-scheme: light; --deep: #00347a; --line: #c8cdd0; --soft: #f2f5f8; --text: #292929; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--soft); color: var(--text);
  font: 18px/1.5 "Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", Roboto, sans-serif; }
header { background: var(--deep); color: #fff; border-bottom: 4px solid #f3c300; }
.brand { max-width: 42rem; margin: 0 auto; padding: .75rem 1rem; font-weight: 600; }
main { max-width: 42rem; margin: 1.5rem auto; padding: 0 1rem 2rem; }
.notice { margin: 0 0 1rem; padding: .75rem 1rem; background: #fff8dd; border-left: 4px solid #f3c300; font-size: 16px; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 4px; padding: 1.5rem; }
h1 { margin: 0 0 1.5rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h1 small { display: block; font-size: 1rem; font-weight: 400; }
fieldset { margin: 0 0 1.5rem; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; margin-bottom: .5rem; font-weight: 600; font-size: 1.125rem; }
.choice { display: grid; grid-template-columns: auto 1fr; column-gap: .75rem; align-items: start;
  padding: .6rem .75rem; margin-bottom: -1px; border: 1px solid var(--line); cursor: pointer; }
.filter { display: flex; flex-wrap: wrap; gap: .4rem; margin: 0 0 1rem; }
.filter label { position: relative; cursor: pointer; }
.filter input { position: absolute; inset: 0; opacity: 0; margin: 0; width: 100%; height: 100%; cursor: pointer; }
.filter span { display: block; padding: .35rem .8rem; border: 1px solid #5a6268; border-radius: 1.2rem; font-size: 16px; }
.filter input:checked + span { background: var(--deep); border-color: var(--deep); color: #fff; }
.filter input:focus-visible + span { outline: 3px solid #ff6b00; outline-offset: 2px; }
${GROUPS.map(
  (group) =>
    `form:has(#group-${group}:checked) .person:not(.in-${group}):not(:has(:checked)) { display: none; }`,
).join('\n')}
.search { display: grid; gap: .25rem .5rem; grid-template-columns: 1fr auto; margin: 0 0 1rem; }
.search label { grid-column: 1 / -1; font-weight: 600; }
.search input, .plain input, .plain select, .plain textarea, details select { font: inherit; padding: .45rem .65rem; border: 1px solid #5a6268;
  border-radius: 2px; width: 100%; min-width: 0; background: #fff; color: inherit; }
.search button { padding: .4rem 1rem; }
h2 { margin: 0 0 .5rem; font-size: 1.25rem; } h3 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; }
main > .card { margin-bottom: 1.25rem; } main > h1 { margin-bottom: .75rem; } .card > p { margin: 0 0 1rem; } .card ul { margin: 0 0 1rem; padding-left: 1.25rem; overflow-wrap: anywhere; }
a { color: var(--deep); }
.plain label { display: block; font-weight: 600; } .plain .choice { display: grid; font-weight: 400; } .plain .choice input { width: 1.25rem; padding: 0; }
.state { padding: .75rem 1rem; border-left: 4px solid #09a580; background: #e9f6f2; } .state.wrong { border-color: #c13832; background: #fdf0ef; }
.card .rows { list-style: none; padding: 0; } .rows li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: .5rem 0; border-top: 1px solid var(--line); }
.rows button { padding: .4rem 1rem; font-weight: 400; }
.list { margin-bottom: 1.25rem; } .plain label > select, .plain label > input[type=number], .plain label > textarea { margin-top: .25rem; font-weight: 400; }
pre { margin: 0 0 1rem; padding: .75rem; background: var(--soft); font-size: 14px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
details p { margin: .5rem 0; }
details { margin: 0 0 1.5rem; border: 1px solid var(--line); border-radius: 4px; padding: 0 1rem; }
details[open] { padding-bottom: 1rem; }
summary { padding: .6rem 0; font-weight: 600; cursor: pointer; color: var(--deep); min-height: 44px; }
.choice:first-of-type { border-radius: 4px 4px 0 0; }
.choice:last-of-type { border-radius: 0 0 4px 4px; }
.choice:hover { background: var(--soft); }
.choice:has(input:checked) { background: #e8f0fa; border-color: #2a6ebb; position: relative; }
.choice input { width: 1.25rem; height: 1.25rem; margin: .2rem 0 0; accent-color: var(--deep); }
.choice span { overflow-wrap: anywhere; }
.choice small { display: block; color: #5a6268; font-size: 15px; }
.typed { display: none; margin-top: 1rem; }
form:has(#person-other:checked) .typed { display: grid; gap: 1rem; }
.typed label { display: block; font-weight: 600; }
.typed input { display: block; width: 100%; margin-top: .25rem; padding: .5rem .65rem; font: inherit;
  border: 1px solid #5a6268; border-radius: 2px; }
.problem { margin: .75rem 0 0; color: #b00020; font-weight: 600; }
form:not(:has(#person-other:checked)) .problem { display: none; }
.answers { display: grid; gap: .5rem; margin-top: .5rem; }
.answers button { text-align: left; font-weight: 400; padding: .5rem .75rem; border-width: 1px; }
.sticky { position: sticky; bottom: 0; background: #fff; padding: .75rem 0; border-top: 1px solid var(--line); z-index: 2; }
html { scroll-padding-bottom: 6rem; }
.copy { width: 100%; min-height: 9rem; font: 15px/1.4 ui-monospace, monospace; padding: .65rem; border: 1px solid #5a6268; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
button { font: inherit; font-weight: 600; padding: .6rem 1.5rem; border-radius: 2px; cursor: pointer;
  border: 2px solid var(--deep); background: var(--deep); color: #fff; min-height: 44px; }
button.quiet { background: #fff; color: var(--deep); }
button:hover { filter: brightness(1.15); } button.quiet:hover { background: var(--soft); filter: none; }
:focus-visible { outline: 3px solid #ff6b00; outline-offset: 2px; }
.choice:focus-within { outline: 3px solid #ff6b00; outline-offset: -1px; position: relative; z-index: 1; }
.choice input:focus-visible { outline: none; }
nav { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: 1.5rem; }
nav a { color: var(--deep); padding: .25rem 0; } nav [aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
@media (min-width: 34rem) { form:has(#person-other:checked) .typed { grid-template-columns: 1fr 1fr; } }
@media (max-width: 34rem) { .sticky button { flex: 1; padding-inline: .5rem; }
  .filter { gap: .3rem; } .filter span { padding: .25rem .6rem; font-size: 15px; } }
@media (max-width: 24rem) { .card { padding: 1rem; } .actions:not(.sticky) button { width: 100%; } }
`;

/** Style of the page: an inbox that fits 320 pixels and reads well on a projector. */
export const STYLE = `
:root { color-scheme: light; --deep: #00347a; --line: #c8cdd0; --soft: #f2f5f8; --text: #292929; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--soft); color: var(--text);
  font: 18px/1.5 "Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", Roboto, sans-serif; }
.top { position: sticky; top: 0; z-index: 1; background: var(--deep); color: #fff; border-bottom: 4px solid #f3c300; }
.bar { max-width: 44rem; margin: 0 auto; padding: .6rem 1rem; display: flex; align-items: center; gap: .75rem; }
h1 { margin: 0; font-size: 1.25rem; flex: 1; }
#count { display: inline-block; min-width: 1.75rem; padding: 0 .5rem; margin-left: .5rem; border-radius: 1rem;
  background: #fff; color: var(--deep); font-size: 1rem; text-align: center; }
button { font: inherit; font-weight: 600; min-height: 44px; padding: .25rem 1rem; border: 2px solid #fff;
  border-radius: 2px; background: transparent; color: #fff; cursor: pointer; }
button:hover { background: rgba(255, 255, 255, .15); }
:focus-visible { outline: 3px solid #ff6b00; outline-offset: 2px; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
.notice { margin: 0 0 1rem; color: #5a6268; font-size: 16px; }
#lost { margin: 0 0 1rem; padding: .6rem 1rem; background: #fff8dd; border-left: 4px solid #f3c300; }
article { background: #fff; border: 1px solid var(--line); border-left: 6px solid var(--deep); border-radius: 4px;
  padding: 1rem 1.25rem; margin-bottom: 1rem; }
article.sms { border-left-color: #067a5f; }
article header { display: flex; flex-wrap: wrap; gap: .1rem 1rem; justify-content: space-between;
  color: #5a6268; font-size: 16px; }
.channel { font-weight: 600; color: #fff; background: var(--deep); border-radius: 2px; padding: 0 .5rem; }
.sms .channel { background: #067a5f; }
.to { flex-basis: 100%; margin: 0; overflow-wrap: anywhere; } .label::after { content: ":"; }
h2 { margin: .5rem 0 0; font-size: 1.125rem; overflow-wrap: anywhere; }
.text { margin: .75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.text a { color: #00347a; font-weight: 600; }
#empty { text-align: center; padding: 4rem 1rem; color: #5a6268; }
#empty strong { display: block; font-size: 1.25rem; color: var(--text); }
[hidden] { display: none !important; }
.hearable { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
article.fresh { animation: arrive 1.5s ease-out; }
@keyframes arrive { from { background: #e1f5ef; } }
@media (prefers-reduced-motion: reduce) { article.fresh { animation: none; } }
@media (max-width: 24rem) { article { padding: .75rem 1rem; } main { padding: .75rem .75rem 2rem; } }
`;

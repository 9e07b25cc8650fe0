const TERMINAL = process.stdout.isTTY === true;
const REMIND_EVERY_MS = TERMINAL ? 1000 : 20_000;

/**
 * Runs one step of set-up and shows what it does, how long that usually takes and how long it has taken.
 *
 * @template T
 * @param {string} title What is done, as "Installing npm packages".
 * @param {string} usually How long it usually takes, as "a minute".
 * @param {(tell: (detail: string) => void) => Promise<T>} work Gets a function to tell how far it is.
 * @param {(result: T) => { ok: boolean, detail: string }} [judge] For steps whose result is good or bad.
 * @returns {Promise<T>}
 */
export async function step(title, usually, work, judge) {
  const started = Date.now();
  let detail = '';
  const elapsed = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const show = () =>
    write(`… ${title}${detail && `: ${detail}`} (${elapsed()}, usually ${usually})`);
  if (TERMINAL) {
    show();
  } else {
    console.log(`… ${title} (usually ${usually})`);
  }
  const reminder = setInterval(show, REMIND_EVERY_MS);
  try {
    const result = await work((told) => {
      detail = told;
    });
    const judged = judge?.(result);
    const verdict = judged ? `: ${judged.detail}` : '';
    write(`${judged?.ok === false ? '✗' : '✓'} ${title}${verdict} (${elapsed()})`, true);
    return result;
  } catch (error) {
    write(`✗ ${title} (${elapsed()})`, true);
    throw error;
  } finally {
    clearInterval(reminder);
  }
}

/**
 * Tells the person something beside the steps.
 * @param {string} text
 */
export function note(text) {
  write(`  ${text}`, true);
}

/**
 * On a terminal a running step keeps one line up to date; elsewhere every text is a line.
 * @param {string} text
 * @param {boolean} [final]
 */
function write(text, final = false) {
  if (!TERMINAL) {
    return console.log(text);
  }
  const fitting = final ? text : text.slice(0, (process.stdout.columns || 80) - 1);
  process.stdout.write(`\r\u001B[2K${fitting}${final ? '\n' : ''}`);
}

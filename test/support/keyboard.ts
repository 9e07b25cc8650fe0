import type { Locator, Page } from 'playwright-core';
import type { PageElement, PageWindow } from './browser.js';

/** More stops than any page has. */
const MOST_STOPS = 40;

/** Presses Tab until the focus is there. `watchRing`: every stop on the way must be seen to have the focus. */
export async function goTo(
  page: Page,
  target: Locator,
  wish: { watchRing?: boolean } = {},
): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(target)) {
      return;
    }
    await page.keyboard.press('Tab');
    if (wish.watchRing === true) {
      const control = await focused(page);
      expect([control, await showsFocus(page)]).toEqual([control, true]);
    }
  }
  throw new Error(`Tab does not lead to ${target.toString()}.`);
}

/** Whether something, or what is in it, has the focus. */
export async function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) =>
    (element as unknown as PageElement).contains(
      (globalThis as unknown as PageWindow).document.activeElement,
    ),
  );
}

/** What the control with the focus is called. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = (globalThis as unknown as PageWindow).document;
    return `${activeElement?.id ?? ''} ${activeElement?.textContent ?? ''}`.trim();
  });
}

/** Whether the control with the focus looks different from how it looks without it. */
async function showsFocus(page: Page): Promise<boolean> {
  const control = await page.evaluateHandle(
    () => (globalThis as unknown as FocusedWindow).document.activeElement,
  );
  // The whole window: a ring may be drawn around more than the control.
  const picture = (): Promise<Buffer> => page.screenshot({ animations: 'disabled' });
  const withFocus = await picture();
  await control.evaluate((element) => {
    element.blur();
  });
  const without = await picture();
  await control.evaluate((element) => {
    element.focus({ focusVisible: true, preventScroll: true });
  });
  return !withFocus.equals(without);
}

/** The part of a page's global object that knows what has the focus. */
interface FocusedWindow {
  document: {
    activeElement: {
      blur: () => void;
      focus: (options: { focusVisible: boolean; preventScroll: boolean }) => void;
    };
  };
}

import type { Page } from 'playwright-core';

/** The parts of a page that are asked for here; tests are checked without the browser's types. */
interface Canvas {
  width: number;
  height: number;
  getContext: (kind: '2d') => {
    drawImage: (picture: unknown, x: number, y: number, width: number, height: number) => void;
    getImageData: (x: number, y: number, width: number, height: number) => { data: Uint8Array };
  };
}
interface WithPictures {
  document: {
    querySelector: (selector: string) => unknown;
    createElement: (name: 'canvas') => Canvas;
  };
}

/** How sharp the edges of what a video shows are now: the mean square of what differs between neighbours in a line. */
export async function edgeEnergy(page: Page, testId: string): Promise<number> {
  return page.evaluate((id) => {
    const { document } = globalThis as unknown as WithPictures;
    const canvas = document.createElement('canvas');
    const { width, height } = Object.assign(canvas, { width: 320, height: 180 });
    const context = canvas.getContext('2d');
    context.drawImage(document.querySelector(`[data-testid="${id}"]`), 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    let sum = 0;
    for (let at = 4; at < data.length; at += 4) {
      sum += at % (4 * width) === 0 ? 0 : ((data[at + 1] ?? 0) - (data[at - 3] ?? 0)) ** 2;
    }
    return sum / (width * height);
  }, testId);
}

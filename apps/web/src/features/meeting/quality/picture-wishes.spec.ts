import { jest } from '@jest/globals';
import { PictureWishes, type DrawnPicture } from './picture-wishes.js';

/** What a node was asked. */
function wishes({ isHidden = false, refuses = false } = {}) {
  const asked: [string, object][] = [];
  const node = { refuses };
  const ask = async (name: string, body: object) => {
    asked.push([name, body]);
    if (node.refuses) {
      throw new Error('refused');
    }
    return {};
  };
  return { asked, node, pictures: new PictureWishes(ask as never, isHidden) };
}

const drawn = (height: number, otherwise: Partial<DrawnPicture> = {}): DrawnPicture => ({
  isSeen: true,
  isInSmallWindow: false,
  height,
  ...otherwise,
});
const resumed = ['resumeConsumer', { consumerId: 'c' }];
const paused = ['pauseConsumer', { consumerId: 'c' }];
const layer = (spatialLayer: number) => ['setPreferredLayers', { consumerId: 'c', spatialLayer }];

describe('a picture of somebody else', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('flows from its beginning, in the size that it is drawn in, told once', async () => {
    const { asked, pictures } = wishes();
    await pictures.begin('c');
    pictures.draw('c', drawn(300));
    pictures.draw('c', drawn(310));
    expect(asked).toEqual([resumed, layer(1)]);
  });

  it('is not received while it is out of view', async () => {
    const { asked, pictures } = wishes();
    await pictures.begin('c');
    pictures.draw('c', drawn(300, { isSeen: false }));
    pictures.draw('c', drawn(300));
    expect(asked).toEqual([resumed, paused, layer(1), resumed]);
  });

  it('is not received in the background, but not for a glance elsewhere', async () => {
    const { asked, pictures } = wishes();
    await pictures.begin('c');
    pictures.hide(true);
    jest.advanceTimersByTime(500);
    pictures.hide(false);
    jest.advanceTimersByTime(5_000);
    expect(asked).toEqual([resumed]);
    pictures.hide(true);
    jest.advanceTimersByTime(5_000);
    pictures.hide(false);
    expect(asked).toEqual([resumed, paused, resumed]);
  });

  it('goes on in the small window when the page is not seen, and ends with that window', async () => {
    const { asked, pictures } = wishes();
    await pictures.begin('c');
    await pictures.begin('other');
    pictures.draw('c', drawn(300, { isInSmallWindow: true }));
    pictures.hide(true);
    jest.advanceTimersByTime(5_000);
    pictures.draw('c', drawn(300, { isInSmallWindow: true, isSeen: false }));
    const other = { consumerId: 'other' };
    expect(asked.slice(1)).toEqual([['resumeConsumer', other], layer(1), ['pauseConsumer', other]]);
    pictures.draw('c', drawn(300));
    expect(asked.slice(4)).toEqual([paused]);
  });

  it('that begins in the background waits until the page is seen', async () => {
    const { asked, pictures } = wishes({ isHidden: true });
    await pictures.begin('c');
    expect(asked).toEqual([paused]);
    pictures.hide(false);
    expect(asked).toEqual([paused, resumed]);
  });

  it('is told anew after a lost line, as it is drawn by then', async () => {
    const { asked, pictures } = wishes();
    await pictures.begin('c');
    pictures.draw('c', drawn(100));
    asked.length = 0;
    await pictures.begin('c');
    expect(asked).toEqual([layer(0), resumed]);
  });

  it('that the node refused can be begun again', async () => {
    const { asked, node, pictures } = wishes({ refuses: true });
    await expect(pictures.begin('c')).rejects.toThrow('refused');
    node.refuses = false;
    await pictures.begin('c');
    expect(asked).toEqual([resumed, resumed]);
  });

  it('is asked for no more once it ended', async () => {
    const { asked, pictures } = wishes();
    await pictures.begin('c');
    pictures.forget('c');
    pictures.draw('c', drawn(300, { isSeen: false }));
    expect(asked).toEqual([resumed]);
  });
});

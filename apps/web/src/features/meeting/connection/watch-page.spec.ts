import { jest } from '@jest/globals';
import { watchPage } from './watch-page.js';

describe('the network of a telephone', () => {
  it('is told to have changed when it is another kind, and not at every guess at its speed', () => {
    const connection = Object.assign(new EventTarget(), { type: 'wifi' });
    const window = new EventTarget();
    Object.assign(globalThis, {
      document: new EventTarget(),
      addEventListener: window.addEventListener.bind(window),
      removeEventListener: window.removeEventListener.bind(window),
    });
    jest.replaceProperty(globalThis, 'navigator', { connection } as unknown as Navigator);
    const networkChanged = jest.fn();
    const stop = watchPage({ networkChanged, hidden: () => undefined });
    const become = (type: string) => {
      connection.type = type;
      connection.dispatchEvent(new Event('change'));
    };

    become('wifi');
    become('none');
    expect(networkChanged).not.toHaveBeenCalled();
    become('cellular');
    become('cellular');
    expect(networkChanged).toHaveBeenCalledTimes(1);
    stop();
    become('wifi');
    window.dispatchEvent(new Event('online'));
    expect(networkChanged).toHaveBeenCalledTimes(1);
    jest.restoreAllMocks();
  });
});

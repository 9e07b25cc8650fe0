import { useLayoutEffect } from 'react';

/**
 * Gives the page an organisation's colour. Set through the document's object model: the page's policy allows no
 * style attributes in what is written.
 *
 * @param colour - `#rrggbb`, readable on white; the product's own colour when there is none.
 */
export function useAccent(colour: string | null | undefined): void {
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement;
    if (colour === null || colour === undefined) {
      return undefined;
    }
    style.setProperty('--accent', colour);
    dataset.accent = '';
    return () => {
      style.removeProperty('--accent');
      delete dataset.accent;
    };
  }, [colour]);
}

import { useEffect, useRef, type ReactNode } from 'react';
import { TabTitle } from './tab-title.js';

let firstHeadingOfLoad = true;

interface PageHeadingProps {
  children: ReactNode;
  /** Title of the tab when it differs from the heading. */
  title?: string;
  /** Where the page has no room for it: it is read aloud, and not seen. */
  isHidden?: boolean;
}

/**
 * The page's heading. It names the tab, and takes the focus when the page changes without a load,
 * so that a screen reader says where the person came and the keyboard goes on from the top.
 */
export function PageHeading({ children, title, isHidden = false }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (firstHeadingOfLoad) {
      firstHeadingOfLoad = false;
    } else {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }, []);
  const name = title ?? (typeof children === 'string' ? children : undefined);
  return (
    <>
      <TabTitle name={name} />
      <h1 ref={heading} tabIndex={-1} className={isHidden ? 'visually-hidden' : undefined}>
        {children}
      </h1>
    </>
  );
}

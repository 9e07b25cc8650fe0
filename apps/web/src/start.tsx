import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n/index.js';
import { ErrorBoundary } from './ui/error-boundary.js';

/**
 * Starts the page. Clients and staff live in different worlds that share no code but the frame:
 * a client's first page must be light, and needs neither routes nor forms.
 */
export async function start(): Promise<void> {
  const isDoor = /^\/(v|k|v\/signed-out)\/?$/i.test(location.pathname);
  const [page] = await Promise.all([loadPage(isDoor), startI18n(isDoor ? 'client' : 'staff')]);
  const place = document.getElementById('app');
  if (place !== null) {
    createRoot(place).render(
      <StrictMode>
        <ErrorBoundary>{page}</ErrorBoundary>
      </StrictMode>,
    );
  }
}

async function loadPage(isDoor: boolean): Promise<ReactNode> {
  if (isDoor) {
    const { DoorPage, QuickExit, lookAhead } = await import('./features/door/index.js');
    lookAhead();
    // A page that fails is left as quickly as any other.
    return (
      <QuickExit>
        <ErrorBoundary>
          <DoorPage />
        </ErrorBoundary>
      </QuickExit>
    );
  }
  const { StaffApp } = await import('./staff-app.js');
  return <StaffApp />;
}

import type { Page } from 'playwright-core';
import type { WatchedPage } from './browser.js';
import { mediaFlows, passDoor } from './journey.js';
import type { Stage } from './stage.js';
import type { InvitedVisit } from './visits.js';

/** A call that runs: the client's page first, then the professional's. */
export interface Call {
  visit: InvitedVisit;
  client: WatchedPage;
  both: [Page, Page];
}

/** Invites a client, who comes through the door and is let in; pictures and sound flow both ways when it returns. */
export async function beginCall(stage: Stage, client: WatchedPage): Promise<Call> {
  const visit = await stage.visits.invite({ service: 'Yleinen neuvonta' });
  await passDoor(client.page, visit.link);
  await client.page.getByTestId('waiting-room').waitFor();
  await stage.showVisit(visit.visitId);
  await stage.professional.page.getByTestId('admit').click();
  const both: [Page, Page] = [client.page, stage.professional.page];
  await Promise.all(both.map((page) => mediaFlows(page)));
  return { visit, client, both };
}

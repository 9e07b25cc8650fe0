import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { languageOf, readForm, send } from '../login-request.js';
import { staffLoginPage, type StaffLoginView } from './staff-login-page.js';
import { STAFF_PERSONS } from './staff-persons.js';

const formSchema = z.object({
  act: z.enum(['identify', 'cancel']),
  person: z.enum(STAFF_PERSONS.map(({ id }) => id)).optional(),
});

/** Shows the staff's login page (GET) and takes its form (POST), both at `<issuer>/interaction/<uid>`. */
export class StaffLoginRoutes {
  constructor(private readonly provider: Provider) {}

  /** @throws SessionNotFound of oidc-provider when the sign-in is too old or belongs to another browser. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await this.provider.interactionDetails(request, response);
    const { pathname } = new URL(originalUrlOf(request), 'http://localhost');
    const view: StaffLoginView = {
      language: languageOf(request, params['ui_locales']),
      path: pathname,
      returnOrigin: new URL(String(params['redirect_uri'])).origin,
    };
    const form = formSchema.safeParse(request.method === 'POST' ? await readForm(request) : {});
    const person = STAFF_PERSONS.find(({ id }) => id === form.data?.person);
    if (form.data?.act === 'cancel') {
      await this.provider.interactionFinished(request, response, { error: 'access_denied' });
    } else if (person === undefined) {
      send(response, request.method === 'POST' ? 400 : 200, staffLoginPage(view));
    } else {
      await this.provider.interactionFinished(request, response, {
        login: { accountId: person.id, amr: [...person.methods], remember: false },
      });
    }
  }
}

/** The address as the browser has it: the provider stands below a path. */
function originalUrlOf(request: IncomingMessage & { originalUrl?: string }): string {
  return request.originalUrl ?? request.url ?? '/';
}

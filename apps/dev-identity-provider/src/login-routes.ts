import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { languageOf, readForm, send } from './login-request.js';
import { loginPage, type LoginView } from './pages/login-page.js';
import { LEVELS } from './protocol.js';
import type { SignedInPersons } from './signed-in-persons.js';
import { OTHER_PERSON, TEST_PERSONS, typedPerson, type TestPerson } from './test-persons.js';

const nameSchema = z.string().trim().max(100).default('');
const formSchema = z.object({
  act: z.enum(['identify', 'cancel']),
  person: z.enum([OTHER_PERSON, ...TEST_PERSONS.map(({ id }) => id)]).optional(),
  level: z.enum(LEVELS).default(LEVELS.substantial),
  givenNames: nameSchema,
  familyName: nameSchema,
});

/** How each level was reached, in the words of the trust network's brokers. */
const METHODS = { [LEVELS.substantial]: 'urn:dev:bank', [LEVELS.high]: 'urn:dev:card' } as const;

/** Shows the login page (GET) and takes its form (POST), both at `/interaction/<uid>`. */
export class LoginRoutes {
  constructor(
    private readonly provider: Provider,
    private readonly persons: SignedInPersons,
  ) {}

  /** @throws SessionNotFound of oidc-provider when the sign-in is too old or belongs to another browser. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await this.provider.interactionDetails(request, response);
    const view = viewOf(request, params);
    if (request.method !== 'POST') {
      send(response, 200, loginPage(view));
      return;
    }
    const form = formSchema.safeParse(await readForm(request));
    if (!form.success) {
      send(response, 400, loginPage(view));
      return;
    }
    await this.#take(request, response, view, form.data);
  }

  async #take(
    request: IncomingMessage,
    response: ServerResponse,
    view: LoginView,
    form: z.output<typeof formSchema>,
  ): Promise<void> {
    if (form.act === 'cancel') {
      await this.provider.interactionFinished(request, response, { error: 'access_denied' });
      return;
    }
    const person = personOf(form);
    if (person === undefined) {
      send(response, 400, loginPage({ ...view, refused: form }));
      return;
    }
    const method = person.hetu === null ? 'urn:dev:eidas' : METHODS[form.level];
    await this.provider.interactionFinished(request, response, {
      login: {
        accountId: this.persons.add(person),
        acr: form.level,
        amr: [method],
        remember: false,
      },
    });
  }
}

function personOf(form: z.output<typeof formSchema>): TestPerson | undefined {
  const { person = OTHER_PERSON, givenNames, familyName } = form;
  if (person !== OTHER_PERSON) {
    return TEST_PERSONS.find(({ id }) => id === person);
  }
  return givenNames === '' || familyName === '' ? undefined : typedPerson(givenNames, familyName);
}

function viewOf(request: IncomingMessage, params: Record<string, unknown>): LoginView {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  return {
    language: languageOf(request, params['ui_locales']),
    path: pathname,
    serviceName: String(params['ftn_spname']),
    returnOrigin: new URL(String(params['redirect_uri'])).origin,
  };
}

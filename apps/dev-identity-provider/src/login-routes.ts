import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import type { Conduct } from './conduct/conduct.js';
import { METHODS, type Method } from './conduct/dialects.js';
import { ANSWER_NAMES, ANSWERS } from './login-answers.js';
import { languageOf, readForm, send } from './login-request.js';
import { loginPage, type LoginView } from './pages/login-page.js';
import type { SignIns } from './persons/sign-ins.js';
import { LEVELS } from './protocol.js';
import type { Detours } from './returns/detours.js';
import { OTHER_PERSON, TEST_PERSONS, typedPerson, type TestPerson } from './test-persons.js';

const nameSchema = z.string().trim().max(100).default('');
const formSchema = z.object({
  act: z.enum(['identify', 'cancel', 'elsewhere', ...ANSWER_NAMES]),
  person: z.enum([OTHER_PERSON, ...TEST_PERSONS.map(({ id }) => id)]).optional(),
  level: z.enum(LEVELS).default(LEVELS.substantial),
  method: z.enum(['', ...METHODS]).default(''),
  givenNames: nameSchema,
  familyName: nameSchema,
});
type LoginForm = z.output<typeof formSchema>;

/** Levels that are reached with a card, unless the tester chose another means. */
const CARD_LEVELS: readonly string[] = [LEVELS.high, LEVELS.eidasHigh];

/** Shows the login page (GET) and takes its form (POST), both at `/interaction/<uid>`. */
export class LoginRoutes {
  constructor(
    private readonly provider: Provider,
    private readonly signIns: SignIns,
    private readonly conduct: Conduct,
    private readonly detours: Detours,
  ) {}

  /** @throws SessionNotFound of oidc-provider when the sign-in is too old or belongs to another browser. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params, uid } = await this.provider.interactionDetails(request, response);
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
    if (form.data.act === 'elsewhere') {
      this.detours.add(uid, view.language);
    }
    await this.#take(request, response, view, form.data);
  }

  async #take(
    request: IncomingMessage,
    response: ServerResponse,
    view: LoginView,
    form: LoginForm,
  ): Promise<void> {
    if (form.act !== 'identify' && form.act !== 'elsewhere') {
      const turnedBack = { error: this.conduct.dialect.cancelCode };
      const answer = form.act === 'cancel' ? turnedBack : ANSWERS[form.act];
      await this.provider.interactionFinished(request, response, answer);
      return;
    }
    const person = personOf(form);
    if (person === undefined) {
      send(response, 400, loginPage({ ...view, refused: form }));
      return;
    }
    await this.provider.interactionFinished(request, response, {
      login: {
        accountId: this.signIns.add(person, methodOf(form, person)),
        acr: form.level,
        remember: false,
      },
      // OP is asked with prompt=consent; whoever pressed the button has seen what is told of them.
      consent: {},
    });
  }
}

function methodOf({ method, level }: LoginForm, { hetu }: TestPerson): Method {
  if (method !== '') {
    return method;
  }
  if (hetu === null) {
    return 'eidas';
  }
  return CARD_LEVELS.includes(level) ? 'card' : 'bank';
}

function personOf(form: LoginForm): TestPerson | undefined {
  const { person = OTHER_PERSON, givenNames, familyName } = form;
  if (person !== OTHER_PERSON) {
    return TEST_PERSONS.find(({ id }) => id === person);
  }
  return givenNames === '' || familyName === '' ? undefined : typedPerson(givenNames, familyName);
}

function viewOf(request: IncomingMessage, params: Record<string, unknown>): LoginView {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return {
    language: languageOf(request, params['ui_locales']),
    path: pathname,
    serviceName: String(params['ftn_spname'] ?? params['client_id']),
    returnOrigin: new URL(String(params['redirect_uri'])).origin,
    search: (searchParams.get('q') ?? '').trim().slice(0, 100),
  };
}

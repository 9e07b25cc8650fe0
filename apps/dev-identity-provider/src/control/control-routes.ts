import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import { z } from 'zod';
import { DIALECT_NAMES, REQUEST_MODES } from '../conduct/dialects.js';
import { FAULT_NAMES, FAULT_SECONDS_MAX } from '../conduct/faults.js';
import { publicPart } from '../keys/key-ring.js';
import { languageOf, readForm, send } from '../login-request.js';
import { providerMetadata } from '../published/provider-metadata.js';
import { CONTROL_PATH, controlPage, type Controlled } from './control-page.js';
import { NOTICE_MAX } from './published-sections.js';
import { signedOutPage } from './signed-out-page.js';

const noticeText = z.string().trim().max(NOTICE_MAX).default('');
const formSchema = z.object({
  act: z.string().max(60),
  dialect: z.enum(DIALECT_NAMES).optional(),
  requestMode: z.enum(['', ...REQUEST_MODES]).default(''),
  fault: z.enum(['', ...FAULT_NAMES]).default(''),
  seconds: z.coerce.number().int().min(-FAULT_SECONDS_MAX).max(FAULT_SECONDS_MAX).default(60),
  fi: noticeText,
  sv: noticeText,
  en: noticeText,
});
type ControlForm = z.output<typeof formSchema>;

/** Acts of the page that end on it again, with the section that they belong to. */
const SECTIONS: Readonly<Record<string, string>> = {
  dialect: 'dialect',
  fault: 'faults',
  'replace-key': 'keys',
  'publish-key': 'keys',
  'use-key': 'keys',
  'withdraw-keys': 'keys',
  notice: 'notice',
  forget: 'last',
};

/** What the page needs beside what it controls. */
export interface ControlRoutesParts extends Controlled {
  issuer: string;
  entityKey: JWK;
  /** Address of the relying party that is loaded in a hidden frame when somebody signs out elsewhere. */
  signOutUri: string;
}

/** The control page at `/control`, and its files. */
export class ControlRoutes {
  constructor(private readonly parts: ControlRoutesParts) {}

  /** Answers a request at or below `CONTROL_PATH`. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    const file = this.#file(path.slice(CONTROL_PATH.length + 1));
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(file, null, 2));
    } else if (path !== CONTROL_PATH) {
      response.writeHead(404).end();
    } else if (request.method === 'POST') {
      await this.#take(request, response);
    } else {
      send(response, 200, controlPage(languageOf(request, undefined), this.parts));
    }
  }

  #file(name: string): unknown {
    const { issuer, conduct, keyRing, entityKey } = this.parts;
    switch (name) {
      case 'metadata.json':
        return providerMetadata(issuer, conduct);
      case 'keys.json':
        return { keys: keyRing.publicKeys };
      case 'entity-keys.json':
        return { keys: [publicPart(entityKey)] };
      default:
        return undefined;
    }
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const language = languageOf(request, undefined);
    const form = formSchema.safeParse(isForeign(request) ? {} : await readForm(request));
    const [act = '', sessionId] = (form.data?.act ?? '').split(':');
    const section = SECTIONS[act];
    if (form.data !== undefined && section !== undefined) {
      await this.#do(act, form.data);
      response.writeHead(303, { location: `${CONTROL_PATH}?lang=${language}#${section}` }).end();
    } else if (act === 'sign-out' && sessionId !== undefined) {
      this.parts.signIns.end(sessionId);
      send(response, 200, signedOutPage(language, this.#signOutAddress(sessionId)));
    } else {
      send(response, 400, controlPage(language, this.parts));
    }
  }

  #signOutAddress(sessionId: string): URL {
    const address = new URL(this.parts.signOutUri);
    address.searchParams.set('iss', this.parts.issuer);
    address.searchParams.set('sid', sessionId);
    return address;
  }

  async #do(act: string, form: ControlForm): Promise<void> {
    const { conduct, keyRing, notice, last } = this.parts;
    const acts: Readonly<Record<string, () => void | Promise<void>>> = {
      dialect: () => {
        conduct.dialectName = form.dialect ?? conduct.dialectName;
        conduct.demandedMode = form.requestMode === '' ? null : form.requestMode;
      },
      fault: () => {
        conduct.fault = form.fault === '' ? null : form.fault;
        conduct.faultSeconds = form.seconds;
      },
      'replace-key': () => keyRing.replace(),
      'publish-key': () => keyRing.publish(),
      'use-key': () => keyRing.use(),
      'withdraw-keys': () => keyRing.withdraw(),
      notice: () => notice.publish({ fi: form.fi, sv: form.sv, en: form.en }),
      forget: () => last.clear(),
    };
    await acts[act]?.();
  }
}

/** Whether another site has the browser send the form. */
function isForeign({ headers }: IncomingMessage): boolean {
  const from = headers['sec-fetch-site'];
  return from !== undefined && from !== 'same-origin' && from !== 'none';
}

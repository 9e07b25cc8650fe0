import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Conduct } from '../conduct/conduct.js';
import { elsewherePage } from '../pages/elsewhere-page.js';
import type { IdTokens } from '../tokens/id-tokens.js';
import type { LastRequests } from '../watch/last-requests.js';
import type { Detours } from './detours.js';

/** Issuer of the answer when a second provider pretends to be the first. */
const OTHER_ISSUER = 'https://another-provider.example';

type Context = Parameters<Parameters<Provider['use']>[0]>[0];

/** What changes answers of oidc-provider on their way out. */
export interface AnswerParts {
  conduct: Conduct;
  idTokens: IdTokens;
  last: LastRequests;
  detours: Detours;
}

/** Makes tokens those of the dialect, and lets returns go where the tester wants them. */
export function finishAnswers(provider: Provider, parts: AnswerParts): void {
  provider.use(async (ctx, next) => {
    await next();
    const { route } = (ctx as Partial<KoaContextWithOIDC>).oidc ?? {};
    if (route === 'token') {
      await finishToken(ctx, parts);
    } else if (route === 'resume') {
      finishReturn(ctx, parts);
    }
  });
}

async function finishToken(ctx: Context, { idTokens, last }: AnswerParts): Promise<void> {
  const answer = ctx.body as { id_token?: unknown } | undefined;
  if (typeof answer?.id_token === 'string') {
    const { token, claims } = await idTokens.finish(answer.id_token);
    last.noteToken(claims);
    ctx.body = { ...answer, id_token: token };
  }
}

function finishReturn(ctx: Context, { conduct, detours }: AnswerParts): void {
  const location = ctx.response.get('location');
  const language = detours.take(ctx.path.split('/').at(-1) ?? '');
  if (location === '') {
    return;
  }
  const address = new URL(location, ctx.href);
  if (conduct.fault === 'other-issuer-returns') {
    address.searchParams.set('iss', OTHER_ISSUER);
    ctx.set('location', address.href);
  }
  if (language !== undefined) {
    const { html, headers } = elsewherePage(language, address.href);
    ctx.remove('location');
    ctx.status = 200;
    ctx.set(headers);
    ctx.body = html;
  }
}

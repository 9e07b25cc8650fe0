import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { languageOf } from '../login-request.js';
import { escapeHtml, page } from '../pages/layout.js';
import type { SignIns } from '../persons/sign-ins.js';
import { SIGN_OUT_TEXTS } from './sign-out-texts.js';

/** Name that oidc-provider gives to the form by which signing out is confirmed. */
const FORM = 'op.logoutForm';

/**
 * Signing out that a relying party begins (OpenID Connect RP-Initiated Logout 1.0). As at suomi.fi, the person sees what
 * they sign out of and confirms it.
 */
export function signOutFeature(
  signIns: SignIns,
): NonNullable<Configuration['features']>['rpInitiatedLogout'] {
  return {
    enabled: true,
    logoutSource: (ctx, form) => showSummary(ctx, form, signIns),
    postLogoutSuccessSource: showDone,
  };
}

function showSummary(ctx: KoaContextWithOIDC, form: string, signIns: SignIns): undefined {
  const { session, params } = ctx.oidc;
  const language = languageOf(ctx.req, params?.['ui_locales']);
  const texts = SIGN_OUT_TEXTS[language];
  const person = signIns.find(session?.accountId ?? '')?.person;
  const name = person === undefined ? '–' : `${person.givenNames} ${person.familyName}`;
  const services = Object.keys(session?.authorizations ?? {}).join(', ');
  const back = params?.['post_logout_redirect_uri'];
  const content = `<div class="card">
<h1>${texts.heading}</h1>
<p>${texts.summary}</p>
<p>${texts.person}: <strong>${escapeHtml(name)}</strong></p>
<p>${texts.services}: <strong>${escapeHtml(services)}</strong></p>
${form}
<div class="actions">
<button type="submit" form="${FORM}" name="logout" value="yes" autofocus>${texts.signOut}</button>
<button type="submit" form="${FORM}" class="quiet">${texts.stay}</button>
</div>
</div>`;
  show(ctx, page(language, content, typeof back === 'string' ? [new URL(back).origin] : []));
}

function showDone(ctx: KoaContextWithOIDC): undefined {
  const language = languageOf(ctx.req, undefined);
  const { done, doneHint } = SIGN_OUT_TEXTS[language];
  show(ctx, page(language, `<div class="card"><h1>${done}</h1><p>${doneHint}</p></div>`, []));
}

function show(ctx: KoaContextWithOIDC, { html, headers }: ReturnType<typeof page>): undefined {
  ctx.set(headers);
  ctx.body = html;
}

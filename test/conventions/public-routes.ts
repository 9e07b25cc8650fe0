/**
 * Routes of the API that anyone may call, each because the caller cannot have proved anything yet. Compared by
 * equality: opening a route is a decision that is made here too.
 */
export const PUBLIC_ROUTES: readonly string[] = [
  // What we are at the identity provider, signed by our entity key.
  'GET /.well-known/openid-federation',
  // The secret in the address is the proof: calendar programs can send nothing else.
  'GET /api/calendar-feed/:secret.ics',
  // The identity provider sends the browser back here; the transaction's state and cookie prove whose it is.
  'GET /api/identification/callback',
  // The browser that an identification came back in, while it began in another one: the cookie it got with it is the proof.
  'GET /api/identification/hand-back',
  // Our public keys, plain and signed, fetched by the identity provider.
  'GET /api/identification/jwks.json',
  // Suomi.fi e-Authorizations sends a guardian's browser back here; the door's cookie proves whose it is.
  'GET /api/identification/representation',
  // The provider's hidden frame, without our cookies; the name of its session is the proof, and all it does is end one.
  'GET /api/identification/sign-out',
  'GET /api/identification/signed-jwks.jwt',
  // The form of the API, for those who write programs against it.
  'GET /api/openapi.json',
  'GET /api/records/v1/openapi.json',
  // The picture on an organisation's pages; `img` elements prove nothing, and it is no secret.
  'GET /api/organisations/:organisationId/logo',
  // Whether an organisation's sign-in page offers its own provider.
  'GET /api/sign-in/provider',
  // The provider sends the browser back here; the sign-in's state and cookie prove whose it is.
  'GET /api/sign-in/provider/callback',
  // What load balancers ask, of the API and of meeting nodes.
  'GET /health/live',
  'GET /health/live',
  'GET /health/ready',
  'GET /health/ready',
  // The code's letters are the proof, and wrong ones are counted.
  'POST /api/door/code/look',
  'POST /api/door/code/open',
  // The link's secret is the proof; these exchange it.
  'POST /api/door/look',
  'POST /api/door/open',
  // As above.
  'POST /api/identification/hand-back/confirm',
  'POST /api/identification/hand-back/refuse',
  // The invitation's secret is the proof.
  'POST /api/invitation/accept',
  'POST /api/invitation/accept-with-passkey',
  'POST /api/invitation/generator',
  'POST /api/invitation/look',
  'POST /api/invitation/passkey',
  // The gateway's secret is the proof, and the message's reference.
  'POST /api/message-receipts',
  'POST /api/message-receipts/gatewayapi',
  'POST /api/sign-in',
  // The passkey is the proof; the challenge is what it answers.
  'POST /api/sign-in/passkey',
  'POST /api/sign-in/passkey/challenge',
  // By whom one's organisation lets one sign in; it leads there and opens nothing.
  'POST /api/sign-in/provider/start',
  // The address and a recovery code are the proof.
  'POST /api/sign-in/recovery-code',
  // The password was right; the sealed step says so.
  'POST /api/sign-in/second-factor',
  // Whose session has ended already may press it, too.
  'POST /api/sign-out',
];

/** Those of them that limit no network to so many requests a minute, each because something else bounds them. */
export const UNLIMITED_ROUTES: readonly string[] = [
  // The same few lines for everybody; nothing is looked up.
  'GET /.well-known/openid-federation',
  'GET /api/identification/jwks.json',
  'GET /api/identification/signed-jwks.jwt',
  'GET /api/openapi.json',
  'GET /api/records/v1/openapi.json',
  // Load balancers ask often.
  'GET /health/live',
  'GET /health/live',
  'GET /health/ready',
  'GET /health/ready',
  // Attempts are counted by account, network and browser, and a known browser of a flooded office comes through.
  'POST /api/sign-in',
  // Codes are counted by the step and by the account.
  'POST /api/sign-in/second-factor',
  // It ends what the caller has, and nothing else.
  'POST /api/sign-out',
];

/** Socket requests that somebody who waits may make as well; all others need to be let in first. */
export const REQUESTS_OF_THE_WAITING: readonly string[] = ['leaveMeeting'];

/**
 * Where a place of the product is found. A client comes by the door, a professional by the visit.
 * @typedef {object} ProductPlace
 * @property {string} origin
 * @property {string} cookie
 * @property {string} path
 * @property {object} body
 * @property {string} from Network address the request seems to come from; limits count by it.
 */

/**
 * Asks the API for the way to the meeting, as a page does.
 * @param {ProductPlace} place
 * @returns {Promise<{ nodeUrl: string, token: string }>}
 */
export async function meetingAccess({ origin, cookie, path, body, from }) {
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: {
      'x-tapaamo': '1',
      'content-type': 'application/json',
      cookie,
      'x-forwarded-for': from,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`access: ${answer.status} ${(await answer.json()).code}`);
  }
  return await answer.json();
}

/** The address of the sign-in page that leads back to `path` afterwards. */
export function signInAddress(path: string): string {
  return path === '/' ? '/' : `/?next=${encodeURIComponent(path)}`;
}

/**
 * Where to go after signing in. Only a path of this site is followed, so a crafted link cannot send a person elsewhere.
 *
 * @param search - Query of the sign-in page.
 */
export function returnPath(search: string): string | undefined {
  const next = new URLSearchParams(search).get('next');
  return next !== null && /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : undefined;
}

/** The route whose decorators stand at a place of a controller, in quotes, as Jest writes `POST /api/staff/:staffId`. */
export function routeAt(source, at) {
  const constants = new Map(
    [...source.matchAll(/const (\w+) = '([^']*)'/g)].map(([, name, text]) => [name, text]),
  );
  const [, quoted, name] = /@Controller\((?:'([^']*)'|(\w+))\)/.exec(source) ?? [];
  const before = [...source.slice(0, at).matchAll(/^ {2}@(Get|Post|Sse)\((?:'([^']*)')?\)/gm)].at(
    -1,
  );
  const parts = [quoted ?? constants.get(name), before?.[2] ?? ''];
  const path = `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
  const method = before?.[1] === 'Post' ? 'POST' : 'GET';
  return `"${method} ${path}"`;
}

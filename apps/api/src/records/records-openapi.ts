import type { OpenAPIObject } from '@nestjs/swagger';
import { RECORDS_PATH, problemSchema } from '@tapaamo/contracts';
import { z } from 'zod';

const ABOUT = `Booking remote visits from an organisation's own record system.

A key of the organisation is sent as \`Authorization: Bearer tapaamo_…\`; an admin makes it and chooses its scopes:
\`calendar:read\`, \`bookings:read\`, \`bookings:write\`. The key opens nothing else, and cookies open nothing here.

Dates and times of day are of Europe/Helsinki; instants are in UTC. No answer names a client or holds a link: clients get
theirs by message. Refusals are problems (RFC 9457) with a stable \`code\`. New fields may come into answers.`;

type Paths = OpenAPIObject['paths'];
type PathItem = Paths[string];
type Operation = NonNullable<PathItem['get']>;

/** The part of the API's description that is for record systems, whole in itself. */
export function recordsDescription({ openapi, paths, components }: OpenAPIObject): OpenAPIObject {
  const ofRecords = Object.entries(paths).flatMap(([path, { get, post }]): [string, PathItem][] => {
    const described = {
      ...(get?.security === undefined ? {} : { get: forPrograms(get) }),
      ...(post?.security === undefined ? {} : { post: forPrograms(post) }),
    };
    const isForRecords = path.startsWith(`${RECORDS_PATH}/`) && Object.keys(described).length > 0;
    return isForRecords ? [[path, described]] : [];
  });
  return {
    openapi,
    info: { title: 'Tapaamo for record systems', version: '1', description: ABOUT },
    paths: Object.fromEntries(ofRecords),
    components: {
      securitySchemes: components?.securitySchemes ?? {},
      schemas: { Problem: problemForm() },
    },
  };
}

/** Named by what it does, and with refusals as they come. */
function forPrograms({ operationId = '', tags: _tags, responses, ...operation }: Operation) {
  const told = Object.entries(responses).map(([status, response]) => {
    const isRefusal = status === 'default' || Number(status) >= 400;
    return [status, isRefusal ? { ...response, content: PROBLEM } : response];
  });
  return {
    ...operation,
    operationId: operationId.replace(/^\w+_/, ''),
    responses: Object.fromEntries(told) as Operation['responses'],
  };
}

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

function problemForm(): object {
  const { $schema: _, ...form } = z.toJSONSchema(problemSchema, {
    target: 'openapi-3.0',
    io: 'output',
  });
  return form;
}

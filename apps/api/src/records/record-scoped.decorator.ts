import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { problemSchema, type RecordScope } from '@tapaamo/contracts';

/** Metadata key of what a record system's key must allow. */
export const RECORD_SCOPE = 'tapaamo:record-scope';

/** Name of the proof in the description of the API. */
export const RECORD_KEY_SCHEME = 'recordKey';

const refusal = (status: number, description: string) =>
  ApiResponse({ status, description, standardSchema: problemSchema });

/**
 * Declares what the key must allow on a route for record systems, and describes it. Without it the process does not start
 * (route-permissions).
 *
 * @param summary - What the route does, in the description of the API.
 */
export const RecordScoped = (scope: RecordScope, summary: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(RECORD_SCOPE, scope),
    ApiOperation({ summary, description: `The key needs the scope \`${scope}\`.` }),
    ApiSecurity(RECORD_KEY_SCHEME),
    // Scopes of a bearer token have no place of their own in OpenAPI 3.0.
    ApiExtension('x-required-scopes', [scope]),
    refusal(400, 'The request does not fit its form; `fields` names what does not.'),
    refusal(401, 'There is no key, or it does not work (`record-key.refused`).'),
    refusal(403, 'The key does not allow this (`record-key.scope-missing`).'),
    refusal(429, 'Asked too often by this key within a minute (`request.too-many`).'),
  );

import type { ParticipantRole, Receipt } from '@tapaamo/contracts';

const CLASS = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';

/** What an Encounter says besides the receipt. */
interface Context {
  bookingId: string;
  version: number;
  provider: { id: string; name: string };
  /** Address of this installation, under which its identifiers are its own. */
  href: string;
}

/** An Encounter as far as a receipt fills it. */
export interface Encounter {
  resourceType: 'Encounter';
  id: string;
  participant?: { type: { coding: { system: string; code: string }[] }[]; individual?: object }[];
  [element: string]: unknown;
}

const PERFORMER = 'PPRF';

/** FHIR's word for each part; the client is not a participant of an Encounter but its subject. */
const PARTICIPATIONS: Record<ParticipantRole, string | null> = {
  client: null,
  guardian: 'PART',
  interpreter: 'PART',
  'support-person': 'PART',
  observer: 'PART',
  colleague: 'CON',
  professional: PERFORMER,
};

/**
 * A receipt as an Encounter of FHIR R4 (hl7.org/fhir/R4/encounter.html). Its class is virtual; it names nobody: whom it
 * is about the record system knows by its own reference, or by the appointment.
 */
export function fhirEncounter(
  receipt: Receipt,
  { bookingId, version, provider, href }: Context,
): Encounter {
  const identifier = (kind: string, value: string) => ({ system: `${href}${kind}`, value });
  const { metFrom, metUntil, bookedFrom, bookedUntil } = receipt;
  const participants = participantsOf(receipt, identifier);
  return {
    resourceType: 'Encounter',
    id: receipt.visitId,
    meta: { versionId: String(version) },
    ...(receipt.identification === null
      ? {}
      : { extension: [identificationOf(receipt.identification, href)] }),
    identifier: [
      { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${receipt.visitId}` },
      ...(receipt.recordReference === null
        ? []
        : [identifier('record-reference', receipt.recordReference)]),
    ],
    status: receipt.outcome === 'fulfilled' ? 'finished' : 'cancelled',
    statusHistory: statusHistoryOf(receipt),
    class: { system: CLASS, code: 'VR', display: 'virtual' },
    serviceType: {
      coding: [{ ...codeOf(identifier('service', receipt.serviceId)) }],
      text: receipt.serviceName.fi,
    },
    ...(participants.length === 0 ? {} : { participant: participants }),
    appointment: [{ identifier: identifier('booking', bookingId) }],
    period:
      metFrom === null || metUntil === null
        ? { start: bookedFrom, end: bookedUntil }
        : { start: metFrom, end: metUntil },
    serviceProvider: {
      identifier: identifier('organisation', provider.id),
      display: provider.name,
    },
  };
}

type Identifier = (kind: string, value: string) => { system: string; value: string };

function codeOf({ system, value }: ReturnType<Identifier>) {
  return { system, code: value };
}

/** Those who took part, each by our id of the account: who came first held the visit, others beside them. */
function participantsOf(
  { participants }: Receipt,
  identifier: Identifier,
): NonNullable<Encounter['participant']> {
  let isFirst = true;
  return participants.flatMap(({ role, professionalId }) => {
    const code = PARTICIPATIONS[role];
    if (code === null) {
      return [];
    }
    const isSecond = code === PERFORMER && !isFirst;
    isFirst &&= code !== PERFORMER;
    return {
      type: [{ coding: [{ system: PARTICIPATION, code: isSecond ? 'SPRF' : code }] }],
      ...(professionalId === null
        ? {}
        : { individual: { identifier: identifier('professional', professionalId) } }),
    };
  });
}

/** Booked, arrived and together, as far as they were. */
function statusHistoryOf(receipt: Receipt) {
  const { bookedFrom, bookedUntil, arrivedAt, letInAt, metFrom, metUntil, endedAt } = receipt;
  return [
    { status: 'planned', period: { start: bookedFrom, end: bookedUntil } },
    ...(arrivedAt === null
      ? []
      : [{ status: 'arrived', period: { start: arrivedAt, end: letInAt ?? endedAt } }]),
    ...(metFrom === null || metUntil === null
      ? []
      : [{ status: 'in-progress', period: { start: metFrom, end: metUntil } }]),
  ];
}

function identificationOf(
  { result, basis, assurance, method }: NonNullable<Receipt['identification']>,
  href: string,
) {
  const parts = { verdict: result, basis, assurance, method };
  return {
    url: `${href}fhir/identification`,
    extension: Object.entries(parts).map(([url, valueCode]) => ({ url, valueCode })),
  };
}

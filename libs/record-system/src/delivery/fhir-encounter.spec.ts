import type { Receipt } from '@tapaamo/contracts';
import { fhirEncounter } from './fhir-encounter.js';

/** Cardinality and form of one element, as hl7.org/fhir/R4/encounter.html publishes them. */
type Rule = readonly [min: 0 | 1, max: 1 | '*', form: RegExp | Rules];
interface Rules {
  readonly [element: string]: Rule;
}

const CODE = /^[^\s]+(\s[^\s]+)*$/;
const TEXT = /\S/;
const URI = /^\S+$/;
const ID = /^[A-Za-z0-9\-.]{1,64}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const STATUS =
  /^(planned|arrived|triaged|in-progress|onleave|finished|cancelled|entered-in-error|unknown)$/;

const coding: Rules = { system: [0, 1, URI], code: [0, 1, CODE], display: [0, 1, TEXT] };
const concept: Rules = { coding: [0, '*', coding], text: [0, 1, TEXT] };
const period: Rules = { start: [0, 1, DATE_TIME], end: [0, 1, DATE_TIME] };
const identifier: Rules = { system: [0, 1, URI], value: [0, 1, TEXT] };
const reference: Rules = { identifier: [0, 1, identifier], display: [0, 1, TEXT] };
const ENCOUNTER: Rules = {
  resourceType: [1, 1, /^Encounter$/],
  id: [0, 1, ID],
  meta: [0, 1, { versionId: [0, 1, ID] }],
  extension: [
    0,
    '*',
    { url: [1, 1, URI], extension: [0, '*', { url: [1, 1, URI], valueCode: [0, 1, CODE] }] },
  ],
  identifier: [0, '*', identifier],
  status: [1, 1, STATUS],
  statusHistory: [0, '*', { status: [1, 1, STATUS], period: [1, 1, period] }],
  class: [1, 1, coding],
  serviceType: [0, 1, concept],
  participant: [0, '*', { type: [0, '*', concept], individual: [0, 1, reference] }],
  appointment: [0, '*', reference],
  period: [0, 1, period],
  serviceProvider: [0, 1, reference],
};

/** What does not fit, by place: an element that is unknown, missing, of another form, or an empty list or object. */
function misfits(value: unknown, rules: Rules, place = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [place];
  }
  const given = value as Record<string, unknown>;
  const missing = Object.entries(rules)
    .filter(([name, [min]]) => min === 1 && given[name] === undefined)
    .map(([name]) => `${place}.${name} missing`);
  const wrong = Object.entries(given).flatMap(([name, content]) => {
    const at = `${place}.${name}`;
    const rule = rules[name];
    if (rule === undefined) {
      return [at];
    }
    const [, max, form] = rule;
    if (
      Array.isArray(content) !== (max === '*') ||
      (max === '*' && (content as unknown[]).length === 0)
    ) {
      return [at];
    }
    return [content].flat().flatMap((one: unknown) => {
      if (form instanceof RegExp) {
        return typeof one === 'string' && form.test(one) ? [] : [at];
      }
      return misfits(one, form, at);
    });
  });
  return [...missing, ...wrong, ...(Object.keys(given).length === 0 ? [place] : [])];
}

const receipt: Receipt = {
  visitId: '0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
  recordReference: 'A-2027-118',
  serviceId: '1f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
  serviceName: { fi: 'Perhetyö', sv: 'Familjearbete', en: 'Family work' },
  professionalId: '2f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
  outcome: 'fulfilled',
  cancelReason: null,
  correction: null,
  bookedFrom: '2027-02-10T08:15:00.000Z',
  bookedUntil: '2027-02-10T08:45:00.000Z',
  arrivedAt: '2027-02-10T08:10:00.000Z',
  letInAt: '2027-02-10T08:16:00.000Z',
  metFrom: '2027-02-10T08:16:00.000Z',
  metUntil: '2027-02-10T08:40:00.000Z',
  endedAt: '2027-02-10T08:41:00.000Z',
  participants: [
    { role: 'professional', professionalId: '5f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1' },
    { role: 'client', professionalId: null },
    { role: 'professional', professionalId: '2f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1' },
  ],
  identificationLevel: 'required',
  identification: { result: 'same-person', basis: 'name', assurance: 'high', method: 'card' },
};
const encounter = (changes: Partial<Receipt> = {}) =>
  fhirEncounter(
    { ...receipt, ...changes },
    {
      bookingId: '3f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
      version: 2,
      provider: { id: '4f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1', name: 'Mallila' },
      href: 'https://tapaamo.example/',
    },
  );

describe('a receipt as an Encounter', () => {
  const nobodyCame: Partial<Receipt> = {
    outcome: 'noshow',
    arrivedAt: null,
    letInAt: null,
    metFrom: null,
    metUntil: null,
    participants: [],
    identification: null,
  };

  it.each([
    ['held', {}],
    ['missed', nobodyCame],
    ['held and has no reference', { recordReference: null }],
    ['called off', { ...nobodyCame, outcome: 'cancelled', cancelReason: 'client-asked' }],
  ] as const)('of a visit that was %s fits FHIR R4', (_, changes) => {
    const made = encounter(changes);
    expect(misfits(JSON.parse(JSON.stringify(made)), ENCOUNTER)).toEqual([]);
  });

  it('is checked by rules that find what is wrong', () => {
    const { status: _, ...noStatus } = encounter();
    expect(misfits(noStatus, ENCOUNTER)).toEqual(['.status missing']);
    expect(misfits({ ...encounter(), participant: [] }, ENCOUNTER)).toEqual(['.participant']);
    expect(misfits({ ...encounter(), status: 'fulfilled' }, ENCOUNTER)).toEqual(['.status']);
    expect(misfits({ ...encounter(), note: 'x' }, ENCOUNTER)).toEqual(['.note']);
  });

  it('says that it was virtual, when they met, by whom, and for which appointment', () => {
    expect(encounter()).toMatchObject({
      id: receipt.visitId,
      meta: { versionId: '2' },
      status: 'finished',
      class: { code: 'VR' },
      period: { start: receipt.metFrom, end: receipt.metUntil },
      identifier: [
        { value: `urn:uuid:${receipt.visitId}` },
        { system: 'https://tapaamo.example/record-reference', value: 'A-2027-118' },
      ],
      appointment: [{ identifier: { value: '3f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1' } }],
      serviceProvider: { display: 'Mallila' },
    });
    const codes = encounter().participant?.map(({ type }) => type[0]?.coding[0]?.code);
    expect(codes).toEqual(['PPRF', 'SPRF']);
    // Whose visit it was came second: a stand-in held it.
    expect(encounter().participant?.[0]?.individual).toMatchObject({
      identifier: { value: '5f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1' },
    });
  });
});

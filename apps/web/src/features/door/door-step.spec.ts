import { doorStep, type DoorProgress } from './door-step.js';

const view = { identificationLevel: 'required' as const };
const client = { role: 'client' as const, mayWaitUnidentified: false };
const outside = { ...client, admission: 'outside' as const, identified: false };
const fresh: DoorProgress = { testing: false, tested: false, withoutIdentification: false };
const tested: DoorProgress = { ...fresh, tested: true };

describe('next step behind the door', () => {
  it('is to wait before the door opens', () => {
    expect(doorStep(outside, view, tested, false)).toBe('too-early');
  });

  it('lets the devices be tested before the door opens', () => {
    expect(doorStep(outside, view, { ...fresh, testing: true }, false)).toBe('device-test');
  });

  it('is the device test when the door is open', () => {
    expect(doorStep(outside, view, fresh, true)).toBe('device-test');
  });

  it('is identification after the test where it is required', () => {
    expect(doorStep(outside, view, tested, true)).toBe('identify');
  });

  it('is passed without identification where it is required once the provider failed, and they wish so', () => {
    const failed = { ...outside, mayWaitUnidentified: true };
    expect(doorStep(failed, view, tested, true)).toBe('identify');
    expect(doorStep(failed, view, { ...tested, withoutIdentification: true }, true)).toBe('enter');
  });

  it('cannot be passed without identification where it is required', () => {
    const progress = { ...tested, withoutIdentification: true };
    expect(doorStep(outside, view, progress, true)).toBe('identify');
  });

  it('can be passed without identification where it is offered', () => {
    const progress = { ...tested, withoutIdentification: true };
    expect(doorStep(outside, { ...view, identificationLevel: 'offered' }, progress, true)).toBe(
      'enter',
    );
  });

  it('asks for no identification where there is none', () => {
    expect(doorStep(outside, { ...view, identificationLevel: 'off' }, tested, true)).toBe('enter');
  });

  it('is to go in straight after identifying, also in a browser that tested nothing', () => {
    expect(doorStep({ ...outside, identified: true }, view, fresh, true)).toBe('enter');
  });

  it('keeps the place in the waiting room over a reload', () => {
    expect(doorStep({ ...client, admission: 'waiting', identified: true }, view, fresh, true)).toBe(
      'enter',
    );
  });

  it('tests no devices of a student, who only looks on', () => {
    const student = { ...outside, role: 'observer' as const };
    expect(doorStep(student, { ...view, identificationLevel: 'off' }, fresh, true)).toBe('enter');
  });

  it('asks before coming back when the person left on purpose', () => {
    expect(doorStep({ ...client, admission: 'left', identified: true }, view, tested, true)).toBe(
      'left',
    );
  });
});

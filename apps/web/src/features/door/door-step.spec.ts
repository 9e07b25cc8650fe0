import { doorStep, type DoorProgress } from './door-step.js';
import { NOTHING_SO_FAR, soFar } from './so-far.js';

const view = { identificationLevel: 'required' as const };
const client = { role: 'client' as const, mayWaitUnidentified: false };
const outside = { ...client, admission: 'outside' as const, identified: false };
const fresh: DoorProgress = {
  ...NOTHING_SO_FAR,
  testing: false,
  tested: false,
  withoutIdentification: false,
};
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

  it('keeps who waits without identification there, though they might not any more', () => {
    const waiting = { ...tested, withoutIdentification: true, ...soFar(NOTHING_SO_FAR, 'comes') };
    expect(doorStep(outside, view, waiting, true)).toBe('enter');
  });

  it('is identification once who waited without it was put out', () => {
    const waiting = { ...tested, withoutIdentification: true, ...soFar(NOTHING_SO_FAR, 'comes') };
    const putOut = { ...waiting, ...soFar(waiting, 'is-turned-back') };
    expect(doorStep(outside, view, putOut, true)).toBe('identify');
  });

  it('is identification for whom the server sent there, until they are identified or go without', () => {
    const failed = { ...outside, mayWaitUnidentified: true };
    const without = { ...tested, withoutIdentification: true };
    const sent = { ...without, ...soFar(soFar(NOTHING_SO_FAR, 'comes'), 'is-sent-to-identify') };
    expect(doorStep(failed, view, sent, true)).toBe('identify');
    expect(doorStep({ ...outside, identified: true }, view, sent, true)).toBe('enter');
    expect(doorStep(failed, view, { ...sent, ...soFar(sent, 'goes-without') }, true)).toBe('enter');
  });

  it('is identification for who left, comes back, and is sent there', () => {
    const left = { ...client, admission: 'left' as const, identified: false };
    const returning = { ...tested, ...soFar(NOTHING_SO_FAR, 'returns') };
    expect(doorStep(left, view, returning, true)).toBe('enter');
    const sent = { ...returning, ...soFar(returning, 'is-sent-to-identify') };
    expect(doorStep(left, view, sent, true)).toBe('identify');
    expect(doorStep({ ...left, identified: true }, view, sent, true)).toBe('enter');
  });

  it('asks before coming back when the person left on purpose', () => {
    expect(doorStep({ ...client, admission: 'left', identified: true }, view, tested, true)).toBe(
      'left',
    );
  });
});

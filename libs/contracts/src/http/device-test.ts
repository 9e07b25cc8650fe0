import { z } from 'zod';
import { instantSchema } from '../primitives.js';
import { deviceStateSchema } from '../words.js';

/** How the microphone is: as any device, or `silent`: it opened, and nothing was heard of it. */
export const microphoneStateSchema = z.enum([...deviceStateSchema.options, 'silent']);
export type MicrophoneState = z.infer<typeof microphoneStateSchema>;

/** Whether the person heard the test sound. */
export const speakerStateSchema = z.enum(['heard', 'not-heard']);
export type SpeakerState = z.infer<typeof speakerStateSchema>;

/**
 * The way media took to the node and back: over UDP, over TCP or through a relay, from the fastest to the last resort;
 * `none` when nothing came back.
 */
export const connectionWaySchema = z.enum(['udp', 'tcp', 'relay', 'none']);
export type ConnectionWay = z.infer<typeof connectionWaySchema>;

/** What a line carried for some seconds to a meeting node and back. Numbers only: no address, no name of a network. */
export const connectionCheckSchema = z.strictObject({
  way: connectionWaySchema,
  upKbps: z.int().min(0).max(1_000_000),
  downKbps: z.int().min(0).max(1_000_000),
  lossPercent: z.int().min(0).max(100),
  roundTripMs: z.int().min(0).max(60_000),
});
export type ConnectionCheck = z.infer<typeof connectionCheckSchema>;

/**
 * `POST /api/door/device-check`: result of a device test, for the professional. The last one counts. Null is what was not
 * tried.
 */
export const deviceCheckSchema = z.strictObject({
  camera: deviceStateSchema,
  microphone: microphoneStateSchema,
  speaker: speakerStateSchema.nullable().default(null),
  connection: connectionCheckSchema.nullable().default(null),
});
export type DeviceCheck = z.infer<typeof deviceCheckSchema>;

/** The same as the professional sees it, with when it was; null of results from before that was kept. */
export const deviceResultSchema = deviceCheckSchema.extend({ testedAt: instantSchema.nullable() });
export type DeviceResult = z.infer<typeof deviceResultSchema>;

/** What a line is good for: `weak` may lose the picture at times, `poor` carries speech at best, `failed` nothing. */
export type ConnectionFinding = 'good' | 'weak' | 'poor' | 'failed';

/** A picture is paused below it, so that speech gets through (reference/performance: audio is kept first). */
const SPEECH_ONLY_KBPS = 150;
/** A face that is clear to see takes it. */
const CLEAR_KBPS = 500;

/** What a measured line is good for. */
export function connectionFindingOf(check: ConnectionCheck): ConnectionFinding {
  const { way, upKbps, downKbps, lossPercent, roundTripMs } = check;
  const kbps = Math.min(upKbps, downKbps);
  if (way === 'none') {
    return 'failed';
  }
  if (kbps < SPEECH_ONLY_KBPS || lossPercent > 10 || roundTripMs > 600) {
    return 'poor';
  }
  return kbps < CLEAR_KBPS || lossPercent > 3 || roundTripMs > 300 ? 'weak' : 'good';
}

/** One thing that a test found, and that is not as it should be. */
export type DeviceFault =
  | `camera_${Exclude<DeviceCheck['camera'], 'works'>}`
  | `microphone_${Exclude<MicrophoneState, 'works'>}`
  | 'speaker_not-heard'
  | `connection_${Exclude<ConnectionFinding, 'good'>}`;

/** What is wrong, what matters most to a meeting first; nothing when all that was tried is well. */
export function deviceFaultsOf(check: DeviceCheck): DeviceFault[] {
  const { camera, microphone, speaker, connection } = check;
  const faults: DeviceFault[] = [];
  const finding = connection === null ? 'good' : connectionFindingOf(connection);
  if (microphone !== 'works') {
    faults.push(`microphone_${microphone}`);
  }
  if (speaker === 'not-heard') {
    faults.push('speaker_not-heard');
  }
  if (camera !== 'works') {
    faults.push(`camera_${camera}`);
  }
  if (finding !== 'good') {
    faults.push(`connection_${finding}`);
  }
  return faults;
}

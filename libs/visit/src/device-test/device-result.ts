import type { DeviceCheck, DeviceResult } from '@tapaamo/contracts';
import type { Participant } from '../participant.entity.js';

/** The columns of a participant that hold how their last device test went. */
type DeviceColumns = Pick<
  Participant,
  | 'deviceCamera'
  | 'deviceMicrophone'
  | 'deviceSpeaker'
  | 'deviceWay'
  | 'deviceUpKbps'
  | 'deviceDownKbps'
  | 'deviceLossPercent'
  | 'deviceRoundTripMs'
  | 'deviceTestedAt'
>;

/** Of who has tried nothing. */
export const NO_DEVICE_RESULT: DeviceColumns = {
  deviceCamera: null,
  deviceMicrophone: null,
  deviceSpeaker: null,
  deviceWay: null,
  deviceUpKbps: null,
  deviceDownKbps: null,
  deviceLossPercent: null,
  deviceRoundTripMs: null,
  deviceTestedAt: null,
};

/** A result as it is stored: the whole of it, so that nothing of an earlier one is left beside it. */
export function deviceColumnsOf(check: DeviceCheck, testedAt: Date): DeviceColumns {
  const { camera, microphone, speaker, connection } = check;
  return {
    deviceCamera: camera,
    deviceMicrophone: microphone,
    deviceSpeaker: speaker,
    deviceWay: connection?.way ?? null,
    deviceUpKbps: connection?.upKbps ?? null,
    deviceDownKbps: connection?.downKbps ?? null,
    deviceLossPercent: connection?.lossPercent ?? null,
    deviceRoundTripMs: connection?.roundTripMs ?? null,
    deviceTestedAt: testedAt,
  };
}

/** The result of somebody's last device test; null while they have tried nothing. */
export function deviceResultOf(row: DeviceColumns): DeviceResult | null {
  const { deviceCamera: camera, deviceMicrophone: microphone, deviceWay: way } = row;
  if (camera === null || microphone === null) {
    return null;
  }
  return {
    camera,
    microphone,
    speaker: row.deviceSpeaker,
    connection:
      way === null
        ? null
        : {
            way,
            upKbps: row.deviceUpKbps ?? 0,
            downKbps: row.deviceDownKbps ?? 0,
            lossPercent: row.deviceLossPercent ?? 0,
            roundTripMs: row.deviceRoundTripMs ?? 0,
          },
    testedAt: row.deviceTestedAt?.toISOString() ?? null,
  };
}

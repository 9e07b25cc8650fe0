import { AppError } from '@tapaamo/common';

/** No media worker can be had right now (`media.worker-unavailable`); one is being started, so trying again helps. */
export class MediaWorkerUnavailableError extends AppError {
  constructor(cause?: unknown) {
    super('media.worker-unavailable', { cause });
  }
}

/** The browser and the meeting have no codec in common (`media.capabilities-unsupported`). */
export class CapabilitiesUnsupportedError extends AppError {
  constructor(cause?: unknown) {
    super('media.capabilities-unsupported', { cause });
  }
}

/** A media description that mediasoup or its worker does not accept (`request.invalid`). */
export class MediaDescriptionInvalidError extends AppError {
  constructor(cause?: unknown) {
    super('request.invalid', { cause });
  }
}

/** The transport, producer or consumer is closed or never was (`meeting.object-missing`). */
export class MediaObjectMissingError extends AppError {
  constructor(cause?: unknown) {
    super('meeting.object-missing', { cause });
  }
}

/** The browser's half of this transport is already known; it cannot be exchanged (`request.invalid`). */
export class TransportAlreadyConnectedError extends AppError {
  constructor() {
    super('request.invalid');
  }
}

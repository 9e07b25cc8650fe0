import type { Redacted } from '@tapaamo/common';
import type { ParticipantRole } from '@tapaamo/contracts';

/** Whom a booking names, as far as the door compares it. In memory only. */
export interface BookedPerson {
  name: Redacted<string>;
  /** Henkilötunnus that was told when booking; null where none was. */
  hetu: Redacted<string> | null;
  /** Of a minor today's local date: who is of age on it is somebody else. Null of everybody else. */
  minorOn: string | null;
}

/** Somebody else who is asked to the same visit. */
export interface OtherBookedPerson extends BookedPerson {
  role: ParticipantRole;
}

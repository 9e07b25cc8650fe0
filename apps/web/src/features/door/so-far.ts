/** What has come about behind the door since the page was loaded. */
export interface SoFar {
  /** The person left, and comes back. */
  returning: boolean;
  /** They have come to the waiting room. */
  hasCome: boolean;
  /** The server wanted them identified before they came there. */
  sentBack: boolean;
}

/** Of a page that was just loaded. */
export const NOTHING_SO_FAR: SoFar = { returning: false, hasCome: false, sentBack: false };

/** What happens to the person on this page. */
export type Happening =
  | 'returns'
  | 'comes'
  | 'is-sent-to-identify'
  | 'goes-without'
  /** They are not in the visit any more, and the server says where they stand. */
  | 'is-turned-back';

/** What has come about after that. */
export function soFar(before: SoFar, happening: Happening): SoFar {
  switch (happening) {
    case 'returns':
      return { ...before, returning: true };
    case 'comes':
      return { ...before, hasCome: true, sentBack: false };
    case 'is-sent-to-identify':
      return { ...before, hasCome: false, sentBack: true };
    case 'goes-without':
      return { ...before, sentBack: false };
    case 'is-turned-back':
      return NOTHING_SO_FAR;
  }
}

/** How long messages are known after the visit that they are about, unless the organisation's policy says otherwise. */
export const MESSAGES_KEPT = 'P14D';

import type { Participant } from './participant.entity.js';

/** Whether a participant has a live connection. @param aliveNodes - Ids of the meeting nodes that are alive. */
export function isConnected(participant: Participant, aliveNodes: Set<string>): boolean {
  return participant.connectedNodeId !== null && aliveNodes.has(participant.connectedNodeId);
}

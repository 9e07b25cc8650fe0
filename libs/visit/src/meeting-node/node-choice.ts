/** A node above this load gets no more visits: overload is a cliff (design decision, section 8). */
const FULL_LOAD = 0.8;

/** What a visit is taken to cost until a node has measured it, as a part of one core (performance.md B: 0.7 to 0.9 %). */
const VISIT_LOAD = 0.01;

/** What the choice looks at. */
export interface NodeLoad {
  readonly id: string;
  /** Load of its worker that would be next, as a part of one core, as it was announced last. */
  readonly load: number;
  readonly visits: number;
  readonly workers: number;
  /** False from its own bound (`MEDIA_FULL_LOAD`) until it is well below. */
  readonly takesVisits: boolean;
  /** When it announced that. */
  readonly heartbeatAt: Date;
}

/**
 * Visits that this process has sent to nodes since each told its load. Nobody has measured them yet, and without them
 * everybody who comes within two seconds would go to the node that was the calmest before.
 */
export class RecentPlacements {
  readonly #sent = new Map<string, { heartbeatMs: number; visits: number }>();

  note({ id, heartbeatAt }: NodeLoad): void {
    const visits = this.#since(id, heartbeatAt) + 1;
    this.#sent.set(id, { heartbeatMs: heartbeatAt.getTime(), visits });
  }

  /** A node's load with the visits that it does not know of yet. */
  loadOf({ id, load, workers, heartbeatAt }: NodeLoad): number {
    return load + (this.#since(id, heartbeatAt) * VISIT_LOAD) / Math.max(1, workers);
  }

  /** Lets go of nodes that are not alive any more. */
  keepOnly(alive: readonly NodeLoad[]): void {
    const ids = new Set(alive.map(({ id }) => id));
    [...this.#sent.keys()].filter((id) => !ids.has(id)).forEach((id) => this.#sent.delete(id));
  }

  #since(id: string, heartbeatAt: Date): number {
    const sent = this.#sent.get(id);
    return sent?.heartbeatMs === heartbeatAt.getTime() ? sent.visits : 0;
  }
}

/** Whether a node takes a visit that has not begun. */
export function hasPlace(node: NodeLoad, recent: RecentPlacements): boolean {
  return node.takesVisits && recent.loadOf(node) < FULL_LOAD;
}

/** The least loaded of all, full ones too, by visits among equals. */
export function calmestNode<N extends NodeLoad>(
  nodes: readonly N[],
  recent: RecentPlacements,
): N | undefined {
  return [...nodes].sort((a, b) => recent.loadOf(a) - recent.loadOf(b) || a.visits - b.visits)[0];
}

/**
 * The node for a visit that has not begun: of those with place the least loaded, by visits among equals.
 *
 * @returns Undefined when all are full: nobody in a call is to suffer from one more.
 */
export function chooseNode<N extends NodeLoad>(
  alive: readonly N[],
  recent: RecentPlacements,
): N | undefined {
  const withPlace = alive.filter((node) => hasPlace(node, recent));
  return calmestNode(withPlace, recent);
}

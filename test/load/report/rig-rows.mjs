/** @typedef {import('./rows.mjs').Row} Row */

/** Goals of the project for what the load rig measures. */
const GOALS = {
  overBare: 1.05,
  overJanus: 0.7,
  addedDelayMs: 2,
  carriedOverBare: 0.95,
  workerMiB: 1.1,
  nodeMiB: 1,
  cpuMsAJoin: 6,
  joinsASecond: 150,
  harmPercent: 1,
};

/** @param {any} result @returns {Row[]} */
export function forwardingRows(result) {
  if (!result) {
    return [];
  }
  const { product, bare, janus, alone, visits, half } = result;
  const cpu = (side) => `${side.serverMicrosecondsAPacket.p50} us`;
  const delay = (side) => `${side.delayP99MsAtHalf.p50} ms`;
  const overJanus = janus
    ? {
        floor: cpu(janus),
        ratio: `${result.cpuAPacketOverJanus} x`,
        goal: most(result.cpuAPacketOverJanus, GOALS.overJanus, 'x'),
      }
    : { floor: 'Janus is not installed' };
  return [
    {
      figure: `server CPU a forwarded packet, ${visits} visits, over bare mediasoup`,
      product: cpu(product),
      floor: cpu(bare),
      ratio: `${result.cpuAPacketOverBare} x`,
      goal: most(result.cpuAPacketOverBare, GOALS.overBare, 'x'),
    },
    { figure: '  the same over Janus', product: cpu(product), ...overJanus },
    {
      figure: `added delay, 99 of 100 packets, ${half} visits, over the rig alone`,
      product: delay(product),
      floor: delay(alone),
      ratio: `${result.addedDelayP99Ms} ms more`,
      goal: most(result.addedDelayP99Ms, GOALS.addedDelayMs, 'ms'),
    },
    {
      figure: 'memory of a live visit in the worker',
      product: `${product.memoryMiBAVisit.worker} MiB`,
      floor: `${bare.memoryMiBAVisit.worker} MiB`,
      goal: most(product.memoryMiBAVisit.worker, GOALS.workerMiB, 'MiB'),
    },
    {
      figure: 'memory of a live visit in Node',
      product: `${product.memoryMiBAVisit.node} MiB`,
      floor: `${bare.memoryMiBAVisit.node} MiB`,
      goal: most(product.memoryMiBAVisit.node, GOALS.nodeMiB, 'MiB'),
    },
  ];
}

/** @param {any} result @returns {Row[]} */
export function capacityRows(result) {
  if (!result) {
    return [];
  }
  const { carried, aCore } = result;
  return [
    {
      figure: 'visits under 1 % loss, as far as the rig goes',
      product: String(carried.product),
      floor: String(carried.bare),
      ratio: `${result.carriedOverBare} x`,
      goal: least(result.carriedOverBare, GOALS.carriedOverBare, 'x'),
    },
    {
      figure: '  a core by the CPU of the last step',
      product: String(aCore.product),
      floor: String(aCore.bare),
      ratio: `${result.aCoreOverBare} x`,
      goal: least(result.aCoreOverBare, GOALS.carriedOverBare, 'x'),
    },
  ];
}

/** @param {any} result @returns {Row[]} */
export function rigJoinRows(result) {
  if (!result) {
    return [];
  }
  const { product, bare } = result;
  return [
    {
      figure: `${product.joins} scripted joins`,
      product: `${product.succeeded} succeeded`,
      floor: `${bare.succeeded} succeeded`,
      goal: least(product.succeeded, product.joins, ''),
    },
    {
      figure: 'server CPU a full join, without the database',
      product: `${product.cpuMsAJoin.server} ms`,
      floor: `${bare.cpuMsAJoin.server} ms`,
      ratio: `${result.serverCpuOverBare} x`,
      goal: most(product.cpuMsAJoin.server, GOALS.cpuMsAJoin, 'ms'),
    },
    {
      figure: '  joins a second that leaves room for on two cores, with the database',
      product: String(product.aSecondOnTwoCores),
      floor: String(bare.aSecondOnTwoCores),
      goal: least(product.aSecondOnTwoCores, GOALS.joinsASecond, 'a second'),
    },
    ...Object.entries(countOf(product.failures)).map(([why, count]) => ({
      figure: `  failed ${count} times`,
      product: why,
    })),
  ];
}

/** @param {any} result @returns {Row[]} */
export function overloadRows(result) {
  if (!result) {
    return [];
  }
  const parts = [
    ['while twice as many more come', result.offered],
    ['while as many again come to the full node', result.again],
  ];
  return parts.flatMap(([when, { during, visits, letIn, refused, failures }]) => [
    {
      figure: `loss of ${result.inProgress} calls ${when}`,
      product: `${during.calls.lossPercent} %`,
      floor: `${during.machine.lossPercent} % of calls with nobody between`,
      goal: most(
        Math.max(0, during.calls.lossPercent - during.machine.lossPercent),
        GOALS.harmPercent,
        '% more',
      ),
    },
    {
      figure: `  of ${visits} visits that came`,
      product: `${letIn} let in, ${refused} refused`,
      goal: `${failures.length === 0 ? '✓' : '✗'} nobody fails otherwise`,
    },
    ...failures.map(({ why, count }) => ({ figure: `  failed ${count} times`, product: why })),
  ]);
}

const most = (value, goal, unit) => `${value <= goal ? '✓' : '✗'} <= ${goal} ${unit}`;
const least = (value, goal, unit) => `${value >= goal ? '✓' : '✗'} >= ${goal} ${unit}`.trimEnd();

/** @param {string[]} all @returns {Record<string, number>} */
function countOf(all) {
  const groups = Object.groupBy(all, (one) => one);
  return Object.fromEntries(
    Object.entries(groups).map(([name, same]) => [name, Number(same?.length)]),
  );
}

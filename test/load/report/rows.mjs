/**
 * @typedef {object} Row
 * @property {string} figure
 * @property {string} product
 * @property {string} [floor] What the machine itself does in the same run.
 * @property {string} [ratio] Product to floor.
 * @property {string} [goal]
 */

/** Goals of the project, as ratios within one run where possible. */
const GOALS = {
  overBare: 1.25,
  overAlone: 2.5,
  doorKib: 200,
  workerCpu: 1.1,
  policy: 1.3,
  signIn: 2,
  forgetting: 1.3,
  dayEndMs: 1_000,
  bookingMs: 50,
};

/** @param {any} result @returns {Row[]} */
export function joinRows(result) {
  if (!result) {
    return [];
  }
  const { join, admit } = result;
  return [
    ...timeRows('open again -> picture', join),
    ...timeRows('admit -> picture at the client', admit.atClient),
    ...timeRows('admit -> picture at the professional', admit.atProfessional),
  ];
}

/** @returns {Row[]} */
function timeRows(figure, { product, bare, alone, productOverBare, productOverAlone }) {
  const rows = [
    {
      figure: `${figure}, over bare mediasoup`,
      product: milliseconds(product),
      floor: milliseconds(bare),
      ...judged(productOverBare, GOALS.overBare),
    },
  ];
  if (alone) {
    rows.push({
      figure: `${figure}, over the browser alone`,
      product: milliseconds(product),
      floor: milliseconds(alone),
      ...judged(productOverAlone, GOALS.overAlone),
    });
  }
  return rows;
}

/** @param {any} result @returns {Row[]} */
export function mediaRows(result) {
  if (!result) {
    return [];
  }
  const { product, bare } = result;
  const percent = ({ p50 }) => `${p50} % of a core`;
  return [
    {
      figure: 'worker CPU a forwarded packet',
      product: `${product.workerMicrosecondsAPacket.p50} us`,
      floor: `${bare.workerMicrosecondsAPacket.p50} us`,
      ...judged({ p50: result.workerCpuAPacketProductOverBare }, GOALS.workerCpu),
    },
    {
      figure: 'packets a second and meeting',
      product: String(product.packetsASecondAMeeting.p50),
      floor: String(bare.packetsASecondAMeeting.p50),
    },
    {
      figure: 'worker CPU a meeting',
      product: percent(product.workerPercentAMeeting),
      floor: percent(bare.workerPercentAMeeting),
    },
    {
      figure: 'signalling CPU a meeting',
      product: percent(product.signallingPercentAMeeting),
      floor: percent(bare.signallingPercentAMeeting),
    },
    { figure: 'all processes at rest', product: `${result.productAtRestPercent} % of a core` },
  ];
}

/** @param {any} result @returns {Row[]} */
export function startRows(result) {
  if (!result) {
    return [];
  }
  const { cold, warm, floor } = result;
  const seconds = (value) => `${value.toFixed(1)} s`;
  return [
    {
      figure: 'cold start',
      product: seconds(cold.start.p50),
      floor: seconds(floor.nodes.p50 + floor.newDatabase.p50),
      ratio: times(result.coldOverFloor),
    },
    {
      figure: 'warm start',
      product: seconds(warm.start.p50),
      floor: seconds(floor.nodes.p50 + floor.database.p50),
      ratio: times(result.warmOverFloor),
    },
    ...Object.entries(warm.steps).map(([step, value]) => ({
      figure: `  ${step.toLowerCase()}, cold / warm`,
      product: `${cold.steps[step]} s / ${value} s`,
    })),
    { figure: 'stop', product: seconds(warm.stop.p50) },
  ];
}

/** @param {any} result @returns {Row[]} */
export function pageRows(result) {
  if (!result) {
    return [];
  }
  const { door, meeting } = result;
  return [
    {
      figure: `first page, ${door.requests} requests`,
      product: `${door.total} KiB`,
      floor: `${door.totalUncompressed} KiB plain`,
      goal: `${door.total <= GOALS.doorKib ? '✓' : '✗'} <= ${GOALS.doorKib} KiB`,
    },
    {
      figure: `meeting's code after it, ${meeting.requests} requests`,
      product: `${meeting.total} KiB`,
      floor: `${meeting.totalUncompressed} KiB plain`,
    },
  ];
}

/** @param {any} result @returns {Row[]} */
export function requestRows(result) {
  return ['one', 'ten'].flatMap((parallel) => {
    const figures = result?.[parallel];
    if (!figures) {
      return [];
    }
    const of = ({ aSecond, p50Ms, p99Ms }) => `${aSecond}/s, p50 ${p50Ms} ms, p99 ${p99Ms} ms`;
    return ['list', 'book'].map((kind) => ({
      figure: `${kind === 'list' ? "the day's bookings" : 'a booking'}, ${parallel} at a time`,
      product: of(figures[kind]),
      floor: of(figures.ready),
      ratio: times(figures[`${kind}OverReady`]),
    }));
  });
}

/** @param {any} result @returns {Row[]} */
export function identificationRows(result) {
  if (!result) {
    return [];
  }
  const { callback, aSecondOfCpu, cryptographyASecond, cryptographyOverProduct } = result;
  return [
    {
      figure: 'callback of an identification, the provider’s time taken off',
      product: `${callback.p50} ms, 95 of 100 in ${callback.p95} ms`,
      floor: `${callback.cryptography} ms (the cryptography of a whole identification)`,
    },
    {
      figure: 'identifications a second of the API’s CPU',
      product: String(aSecondOfCpu),
      floor: `${cryptographyASecond} (the cryptography alone)`,
      ratio: `${cryptographyOverProduct} x`,
    },
  ];
}

/** @param {any} result @returns {Row[]} */
export function searchRows(result) {
  if (!result) {
    return [];
  }
  const of = ({ p50, p95 }) => `p50 ${p50} ms, p95 ${p95} ms`;
  return ['few', 'many'].map((kind) => ({
    figure: `${kind} found by name among ${result.live}`,
    product: of(result[kind]),
    floor: of(result.ready),
    ratio: times(result[kind].overReady),
    goal: `${result[kind].p95 <= 200 ? '✓' : '✗'} <= 200 ms`,
  }));
}

/** @param {any} result @returns {Row[]} */
export function vaultRows(result) {
  if (!result) {
    return [];
  }
  return [
    {
      figure: 'sealing and opening, a second of CPU',
      product: String(result.sealAndOpen),
      floor: String(result.cipher),
      ratio: times(result.sealAndOpenOverCipher),
    },
    { figure: 'verdicts, a second of CPU', product: String(result.verdict) },
  ];
}

/**
 * Half of them, nine of ten, and the quickest.
 * @param {import('../support/figures.mjs').Summary | null} summary
 */
function milliseconds(summary) {
  if (!summary) {
    return 'nothing';
  }
  const [p50, p90, least] = [summary.p50, summary.p90, summary.least].map(Math.round);
  return `${p50} / ${p90} (${least}) ms`;
}

/** @param {{ p50: number | null, least?: number | null }} ratios @param {number} goal */
function judged({ p50, least }, goal) {
  const met = p50 !== null && p50 <= goal;
  const quickest = least === undefined ? '' : ` (${times(least)})`;
  return { ratio: times(p50) + quickest, goal: `${met ? '✓' : '✗'} <= ${goal} x` };
}

/** @param {number | null} ratio */
const times = (ratio) => (ratio === null ? '-' : `${ratio} x`);

/** @param {any} result @returns {Row[]} */
export function accessRows(result) {
  if (!result) {
    return [];
  }
  const { scope, permission, signIn } = result;
  return [
    {
      figure: 'a statement in its scope, over the same bare',
      product: `${scope.scoped} ms`,
      floor: `${scope.bare} ms`,
      ratio: times(scope.scopedOverBare),
    },
    {
      figure: 'of that, row-level security over the transaction alone',
      product: `${scope.scoped} ms`,
      floor: `${scope.transaction} ms`,
      ...judged({ p50: scope.policyOverTransaction }, GOALS.policy),
    },
    {
      figure: 'who is signed in, over a request without sign-in',
      product: `${permission.me} ms`,
      floor: `${permission.ready} ms`,
      ratio: times(permission.meOverReady),
    },
    {
      figure: 'signing in (half / 95 of 100), over the hash alone',
      product: `${signIn.p50} / ${signIn.p95} ms`,
      floor: `${signIn.hash} ms`,
      ...judged({ p50: signIn.signInOverHash }, GOALS.signIn),
    },
    { figure: '  of that, besides the hash', product: `${signIn.besidesHash} ms` },
  ];
}

/** @param {any} result @returns {Row[]} */
export function auditRows(result) {
  return ['one', 'eight'].flatMap((writers) => {
    const figures = result?.[writers];
    if (!figures) {
      return [];
    }
    return [
      {
        figure: `entries of the audit log, ${writers} at a time in one organisation`,
        product: `${figures.append}/s`,
        floor: `${figures.insert}/s`,
        ratio: times(figures.ratio),
      },
    ];
  });
}

/** @param {any} result @returns {Row[]} */
export function outboxRows(result) {
  if (!result) {
    return [];
  }
  return [
    {
      figure: `${result.messages} text messages sent after an outage`,
      product: `${result.product} a second${result.sentOnce ? '' : ', some more than once'}`,
      floor: `${result.bare} a second`,
      ratio: times(result.ratio),
    },
  ];
}

/** @param {any} result @returns {Row[]} */
export function keyRows(result) {
  if (!result) {
    return [];
  }
  const { dayEndMs, dayEndRatio, write, read } = result;
  return [
    {
      figure: `a day of ${result.visits} visits ends (goal ${GOALS.dayEndMs} ms)`,
      product: `${dayEndMs.large} ms`,
      floor: `${dayEndMs.small} ms, a day of 100`,
      ratio: times(dayEndRatio),
    },
    {
      figure: `re-keying ${result.dayKeys} day keys`,
      product: `${result.rekeyMs} ms`,
    },
    { figure: 'keys moved by a puncture', product: `${result.puncture} a second` },
    {
      figure: 'envelopes written, each with its key',
      product: `${write.product} a second`,
      floor: `${write.floor} a second, nothing sealed`,
      ratio: times(write.ratio),
    },
    {
      figure: 'envelopes read',
      product: `${read.product} a second`,
      floor: `${read.floor} a second, nothing opened`,
      ratio: times(read.ratio),
    },
  ];
}

/** @param {any} result @returns {Row[]} */
export function forgettingRows(result) {
  if (!result) {
    return [];
  }
  const { booking } = result;
  return [
    {
      figure: `${result.visits} overdue visits forgotten`,
      product: `${result.productMs} ms, ${result.aSecond} a second${result.keysLeft === 0 ? '' : `, ${result.keysLeft} keys left`}`,
      floor: `${result.plainMs} ms`,
      ...judged({ p50: result.ratio }, GOALS.forgetting),
    },
    {
      figure: `a booking meanwhile, 99 of 100 (goal ${GOALS.bookingMs} ms)`,
      product: `${booking.product.p99} ms`,
      floor: `${booking.idle.p99} ms idle, ${booking.plain.p99} ms with the plain DELETE`,
      ratio: times(booking.product.p99 / booking.idle.p99),
    },
  ];
}

// What keeps clear text of clients out of everything that outlives them: each known leak, opened again. See guards.mjs.

const PROOF = 'purge/left-nowhere';
const OUTBOX = /^libs\/notification\/src\/outbox\.service\.ts$/;

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_TRACES = [
  {
    name: 'that a log has nothing of what a mapper puts into its errors',
    files: /^libs\/logging\/src\/logger\.ts$/,
    find: /(?<=this\.#pino\.error\(\n\s+)safeLogFields\([^\n]*\)(?=,)/g,
    put: '{ ...safeLogFields(fields), ...(error as object) }',
    tests: PROOF,
  },
  {
    name: 'that a column has a hash where the text could be',
    files: OUTBOX,
    find: /(?<=referenceHash: )hashSecret\('message-receipt', reference\)/g,
    put: 'Buffer.from(id + JSON.stringify(content))',
    tests: PROOF,
  },
  {
    name: 'that a notification between processes is a word of ours',
    files: OUTBOX,
    find: /`outbox\.deliver-\$\{channel\}`/g,
    put: 'JSON.stringify(content) as `outbox.deliver-${typeof channel}`',
    tests: PROOF,
  },
  {
    name: 'that a job has no data',
    files: OUTBOX,
    find: /(?=await this\.jobs\.enqueue\(tx, `outbox)/g,
    put: "await tx.query('INSERT INTO jobs.job (name, data) VALUES ($1, $2)', [`outbox.deliver-${channel}`, JSON.stringify(content)]);\n      ",
    tests: PROOF,
  },
];

const ROLES = {
  professional: 'Sign in as a professional',
  admin: 'Sign in as an admin',
};

/**
 * What a person needs to know once everything runs.
 * @param {import('./settings.mjs').Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {Record<string, unknown>} demo Sign-ins by role.
 * @returns {string}
 */
export function welcome({ ports, dataDir }, env, demo) {
  const signIns = Object.entries(demo).map(([role, account]) => [
    ROLES[role] ?? `Sign in as ${role}`,
    describe(account),
  ]);
  const rows = [
    ['Open', env.PUBLIC_URL],
    ...signIns,
    [
      'Or by the organisation',
      'ammattilainen@mallila.example, then "Jatka organisaation kirjautumisella"',
    ],
    ['Mail and text messages', `http://localhost:${ports.CATCHER_PORT}`],
    ['Data and logs', dataDir],
    ['Stop', 'Ctrl-C'],
  ];
  const width = Math.max(...rows.map(([label]) => label.length)) + 3;
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}${value}`);
  return ['', 'Tapaamo is running.', '', ...lines, ''].join('\n');
}

/** @param {unknown} account */
function describe(account) {
  if (typeof account !== 'object' || account === null) {
    return String(account);
  }
  return Object.values(account).join('  /  ');
}

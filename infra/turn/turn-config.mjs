import { isIP } from 'node:net';

/** Everything that is not somewhere else on the Internet, denied by name as well (RFC 6890, RFC 4291). */
const DENIED = [
  // All there is. What the media nodes are is allowed further down, and nothing else.
  '0.0.0.0-255.255.255.255',
  '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  // coturn before 4.9.0 does not see an IPv4 address that is written as IPv6 (CVE-2026-27624).
  '::ffff:0.0.0.0-::ffff:255.255.255.255',
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.0-127.255.255.255',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.168.0.0-192.168.255.255',
  '::1',
  '64:ff9b::-64:ff9b::ffff:ffff',
  'fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
];

/** Relayed ways that one participant may hold: two transports over four addresses of a server, and the same once more while a line is mended. */
const USER_QUOTA = 16;

/**
 * @typedef {object} TurnSettings
 * @property {string} secret TURN_SECRET, which the API has too.
 * @property {string} realm Name of the relay, as turn.example.fi.
 * @property {string} address Where it listens and relays from.
 * @property {string} [externalAddress] Under which browsers and media nodes see that, when it is another.
 * @property {string[]} mediaAddresses Addresses of the media nodes (MEDIA_ANNOUNCED_ADDRESS): the only ones it relays to.
 * @property {string} certificate File with the certificate and its chain.
 * @property {string} key File with its key.
 * @property {number} [tlsPort] 443, which every network lets through.
 * @property {number | null} [plainPort] 3478 for UDP and TCP without TLS; null for none.
 * @property {[number, number]} [relayPorts] From and to.
 */

/**
 * The settings of a coturn that relays to our media nodes and to nobody else.
 *
 * @param {TurnSettings} settings
 * @returns {string} For /etc/turnserver.conf.
 * @throws Error naming what is wrong.
 */
export function turnConfig(settings) {
  const problems = problemsOf(settings);
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  const { address, externalAddress, mediaAddresses, plainPort = 3478, tlsPort = 443 } = settings;
  const [firstPort, lastPort] = settings.relayPorts ?? [49_152, 65_535];
  const lines = [
    ['listening-ip', address],
    ['relay-ip', address],
    ...(externalAddress ? [['external-ip', `${externalAddress}/${address}`]] : []),
    ['tls-listening-port', tlsPort],
    ...(plainPort === null ? ['no-udp', 'no-tcp'] : [['listening-port', plainPort]]),
    'no-dtls',
    ['min-port', firstPort],
    ['max-port', lastPort],
    ['cert', settings.certificate],
    ['pkey', settings.key],
    'no-tlsv1',
    'no-tlsv1_1',
    // Credentials that the API makes, good for a while.
    'use-auth-secret',
    ['static-auth-secret', settings.secret],
    ['realm', settings.realm],
    ['user-quota', USER_QUOTA],
    ['stale-nonce', 600],
    'fingerprint',
    // To whom it relays.
    'no-tcp-relay',
    'no-multicast-peers',
    ...DENIED.map((range) => ['denied-peer-ip', range]),
    ...mediaAddresses.map((media) => ['allowed-peer-ip', media]),
    // What it does not do and does not tell.
    'no-stun',
    'no-rfc5780',
    'no-software-attribute',
    'no-dynamic-ip-list',
    'no-dynamic-realms',
    'no-auth-pings',
    'no-cli',
    // Its log would hold who came from which address.
    'no-stdout-log',
    'simple-log',
    ['log-file', '/dev/null'],
  ];
  return lines.map((line) => `${[line].flat().join('=')}\n`).join('');
}

/** @param {TurnSettings} settings */
function problemsOf({ secret, realm, address, mediaAddresses, certificate, key, ...more }) {
  const addresses = [address, more.externalAddress ?? address, ...mediaAddresses];
  return [
    [secret.length >= 32, 'The secret (TURN_SECRET) must have at least 32 characters.'],
    [/^\S+$/.test(secret), 'The secret (TURN_SECRET) must have no spaces.'],
    [/^[\w.-]+$/.test(realm), 'The realm is a name like turn.example.fi.'],
    [addresses.every((one) => isIP(one) !== 0), 'Addresses are numbers, not names.'],
    [mediaAddresses.length > 0, 'At least one address of a media node is needed.'],
    [
      mediaAddresses.every((one) => !/^(127\.|0\.|169\.254\.|::|fe80:)/i.test(one)),
      'A media node’s address is no loopback or link-local one, and none written as IPv6 that is IPv4.',
    ],
    [
      [certificate, key].every((file) => file.startsWith('/')),
      'Certificate and key are whole paths.',
    ],
  ]
    .filter(([isRight]) => !isRight)
    .map(([, problem]) => problem);
}

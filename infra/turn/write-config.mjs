// Writes the settings of the relay (README.md): node infra/turn/write-config.mjs --help
import { parseArgs } from 'node:util';
import { turnConfig } from './turn-config.mjs';

const USAGE = `TURN_SECRET=… node infra/turn/write-config.mjs > /etc/turnserver.conf, with
  --realm turn.example.fi        name of the relay
  --address 192.0.2.10           where it listens and relays from
  --external-address 192.0.2.10  under which others see that, when it is another
  --media-address 192.0.2.20     of a meeting node (MEDIA_ANNOUNCED_ADDRESS), for each node
  --certificate /etc/….pem       with its chain
  --key /etc/….pem
  --tls-port 443
  --plain-port 3478              or none`;

const text = { type: 'string' };
const { values } = parseArgs({
  options: {
    realm: { ...text, default: '' },
    address: { ...text, default: '' },
    'external-address': text,
    'media-address': { ...text, multiple: true, default: [] },
    certificate: { ...text, default: '' },
    key: { ...text, default: '' },
    'tls-port': { ...text, default: '443' },
    'plain-port': { ...text, default: '3478' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(USAGE);
} else {
  try {
    process.stdout.write(turnConfig(settings()));
  } catch (error) {
    console.error(`✗ ${error.message}\n\n${USAGE}`);
    process.exitCode = 1;
  }
}

function settings() {
  return {
    secret: process.env.TURN_SECRET ?? '',
    realm: values.realm,
    address: values.address,
    externalAddress: values['external-address'],
    mediaAddresses: values['media-address'],
    certificate: values.certificate,
    key: values.key,
    tlsPort: Number(values['tls-port']),
    plainPort: values['plain-port'] === 'none' ? null : Number(values['plain-port']),
  };
}

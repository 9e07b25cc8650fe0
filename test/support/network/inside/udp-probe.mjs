// Runs inside a side of a line: sends numbered packets to an echo, and writes what came back, as JSON, in the order in
// which it came: [number, milliseconds]. node udp-probe.mjs <address> <port> <packets> <ms between> <bytes>
import { createSocket } from 'node:dgram';

/** How long an answer is waited for after the last packet was sent, in milliseconds. */
const PATIENCE_MS = 400;

const [address, ...numbers] = process.argv.slice(2);
const [port, packets, betweenMs, bytes] = numbers.map(Number);
const socket = createSocket('udp4');
const sentAt = [];
const answered = [];
socket.on('message', (message) => {
  const number = message.readUInt32BE(0);
  answered.push([number, performance.now() - sentAt[number]]);
});
socket.bind(0, () => {
  const timer = setInterval(() => {
    // Timers come late on a busy machine: then several are sent at once.
    const due = Math.min(packets, 1 + Math.floor((performance.now() - begun) / betweenMs));
    while (sentAt.length < due) {
      const message = Buffer.alloc(bytes);
      message.writeUInt32BE(sentAt.length);
      sentAt.push(performance.now());
      socket.send(message, port, address);
    }
    if (sentAt.length === packets) {
      clearInterval(timer);
      setTimeout(() => {
        process.stdout.write(JSON.stringify(answered), () => process.exit(0));
      }, PATIENCE_MS);
    }
  }, 1);
  const begun = performance.now();
});

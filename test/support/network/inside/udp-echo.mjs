// Runs inside a side of a line: sends every packet back. node udp-echo.mjs <address> <port>
import { createSocket } from 'node:dgram';

const [address, port] = process.argv.slice(2);
const socket = createSocket('udp4');
socket.on('message', (message, from) => socket.send(message, from.port, from.address));
socket.bind(Number(port), address, () => console.log('ready'));

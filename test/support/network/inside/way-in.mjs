// Runs inside a side of a line: leads what comes to a socket in the file system to a port there.
// node way-in.mjs <socket> <address> <port>
import { connect, createServer } from 'node:net';

const [path, address, port] = process.argv.slice(2);

createServer((from) => {
  const to = connect(Number(port), address);
  from.pipe(to).pipe(from);
  // One end that breaks ends the other.
  from.on('error', () => to.destroy());
  to.on('error', () => from.destroy());
}).listen(path, () => console.log('ready'));

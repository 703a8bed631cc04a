// One iteration: replaces a hundred values of 2 KB each, one after the other.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const [port, iteration] = process.argv.slice(2).map(Number);
const socket = connect(port, '127.0.0.1');
const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
for (let key = 0; key < 100; key += 1) {
  socket.write(`SET ${key} ${2_000 + (iteration % 7)}\n`);
  const { value } = await answers.next();
  if (value !== 'OK') throw new Error(`the daemon answered ${value}`);
}
socket.destroy();

// Stands in for Docker: "containers" are real Qdrant processes of this machine. Knows what src/services/qdrant uses.
// A container is a folder under SHIM_STATE: run.json (how it was run), pid, port, log, status (once it has ended).
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const { SHIM_STATE: state = '', SHIM_QDRANT: qdrant = '' } = process.env;
const [command, ...given] = process.argv.slice(2);
if (state === '') fail('docker: SHIM_STATE names no folder');
const commands = { run, supervise, port, inspect, wait, logs, rm };
await (commands[command] ?? (() => fail(`docker: unknown command ${command}`)))();

async function run() {
  const { options, rest } = parse(given);
  const [image] = rest;
  if (image !== 'qdrant/qdrant:v1.16.3') fail(`Unable to find image '${image}' locally: manifest unknown`, 125);
  const [[host, inside]] = options.volume.map((volume) => volume.split(':'));
  const variables = options.env.map((variable) =>
    variable.includes('=') ? variable : `${variable}=${process.env[variable]}`,
  );
  const env = Object.fromEntries(variables.map((variable) => variable.split(/=(.*)/s, 2)));
  const folder = join(state, options.name[0]);
  mkdirSync(folder, { recursive: true });
  const [httpPort, grpcPort] = [await freePort(), await freePort()];
  for (const [name, value] of Object.entries(env)) env[name] = value.replace(inside, host);
  Object.assign(env, { QDRANT__SERVICE__HTTP_PORT: `${httpPort}`, QDRANT__SERVICE__GRPC_PORT: `${grpcPort}` });
  write(folder, 'run.json', JSON.stringify({ arguments: given, options, env }));
  write(folder, 'port', `${httpPort}`);
  const log = openSync(join(folder, 'log'), 'a');
  const self = fileURLToPath(import.meta.url);
  spawn(process.execPath, [self, 'supervise', folder], { stdio: ['ignore', log, log], detached: true }).unref();
  await until(() => existsSync(join(folder, 'pid')));
  console.log(options.name[0]);
}

/** The process that a container's own is a child of. */
async function supervise() {
  const [folder] = given;
  const { env } = JSON.parse(read(folder, 'run.json'));
  const child = spawn(qdrant, [], { cwd: folder, env, stdio: 'inherit' });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  write(folder, 'pid', `${child.pid}`);
  const { code, signal } = await ended;
  write(folder, 'status', `${code ?? 128 + constants.signals[signal]}`);
}

function port() {
  const folder = container(given[0]);
  if (existsSync(join(folder, 'status'))) fail(`Error: No public port '${given[1]}' published for ${given[0]}`);
  console.log(`127.0.0.1:${read(folder, 'port')}`);
}

function inspect() {
  const { options, rest } = parse(given);
  if (options.format[0] !== '{{.State.Pid}}') fail(`unknown format ${options.format[0]}`);
  const folder = container(rest[0]);
  console.log(process.env.SHIM_HIDES_PIDS ? '0' : existsSync(join(folder, 'status')) ? '0' : read(folder, 'pid'));
}

async function wait() {
  const folder = container(given[0]);
  await until(() => existsSync(join(folder, 'status')));
  console.log(read(folder, 'status'));
}

async function logs() {
  const { rest } = parse(given, ['follow']);
  const folder = container(rest[0]);
  let written = 0;
  for (;;) {
    const over = existsSync(join(folder, 'status'));
    const log = read(folder, 'log');
    process.stdout.write(log.slice(written));
    written = log.length;
    if (over) return;
    await delay(20);
  }
}

async function rm() {
  const { rest } = parse(given, ['force']);
  const folder = container(rest[0]);
  if (!existsSync(join(folder, 'status'))) process.kill(Number(read(folder, 'pid')), 'SIGKILL');
  await until(() => existsSync(join(folder, 'status')));
  write(folder, 'removed', '');
}

function container(name) {
  const folder = join(state, name);
  if (existsSync(join(folder, 'pid')) && !existsSync(join(folder, 'removed'))) return folder;
  return fail(`Error response from daemon: No such container: ${name}`);
}

/** `--option value` pairs, flags that take no value, and what remains. */
function parse(words, flags = ['detach']) {
  const options = {};
  const rest = [];
  for (let at = 0; at < words.length; at += 1) {
    const option = /^--(.+)$/.exec(words[at])?.[1];
    if (option === undefined) rest.push(words[at]);
    else if (!flags.includes(option)) {
      at += 1;
      options[option] = [...(options[option] ?? []), words[at]];
    }
  }
  return { options, rest };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function until(holds) {
  while (!holds()) await delay(10);
}

function read(folder, name) {
  return readFileSync(join(folder, name), 'utf8');
}

function write(folder, name, text) {
  writeFileSync(join(folder, name), text);
}

function fail(message, status = 1) {
  console.error(message);
  process.exit(status);
}

// A program that a session starts: it holds 20 MB and ends when it is killed, or with its parent.
const table = Buffer.alloc(20 * 1024 * 1024, 1);
const parent = process.ppid;

process.send?.(table.length);
process.stdout.write('up\n');
setInterval(() => {
  if (process.ppid !== parent) process.exit();
}, 1_000);

// A program that a session starts. It keeps 20 MB, and exits when it is killed or its parent exits.
const table = Buffer.alloc(20 * 1024 * 1024, 1);
const parent = process.ppid;

process.send?.(table.length);
process.stdout.write('up\n');
setInterval(() => {
  if (process.ppid !== parent) process.exit();
}, 1_000);

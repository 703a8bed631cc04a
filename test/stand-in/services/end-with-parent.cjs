// Preloaded into Azurite: its standard input ends when the test does, however the test ends.
process.stdin.on('end', () => process.exit()).resume();

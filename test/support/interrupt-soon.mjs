// Loaded before a program (--import): what Ctrl+C sends comes as soon as the program listens for it.
process.on('newListener', (event) => {
  if (event === 'SIGINT') queueMicrotask(() => process.kill(process.pid, 'SIGINT'));
});

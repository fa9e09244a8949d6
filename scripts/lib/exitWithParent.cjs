// Loaded before a program that has to end with the one that started it, however that one ends.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone is no reason to go on.
process.channel?.unref();

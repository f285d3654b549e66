'use strict';

// Runs the emulator until standard input closes, so that it never outlives whoever started it: not even one that was killed.
// Ctrl+C reaches every process of a terminal at once; the emulator has to wait until its user has finished writing.

const once = process.once.bind(process);
process.once = (event, listener) => (event === 'SIGINT' ? process : once(event, listener));
process.on('SIGINT', () => {});

process.stdin.resume();
process.stdin.on('end', () => process.emit('message', 'shutdown'));

require('azurite/dist/src/table/main.js');

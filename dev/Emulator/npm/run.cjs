'use strict';

// Runs the emulator until standard input closes, so that it never outlives whoever started it: not even one that was killed.
// Ctrl+C reaches every process of a terminal at once; the emulator has to wait until its user has finished writing.

const once = process.once.bind(process);
process.once = (event, listener) => (event === 'SIGINT' ? process : once(event, listener));
process.on('SIGINT', () => {});

// A folder that was made for this run goes with it.
if (process.env.EMULATOR_TEMPORARY_FOLDER) {
  process.on('exit', () => require('node:fs').rmSync(process.env.EMULATOR_TEMPORARY_FOLDER, { recursive: true, force: true }));
}

process.stdin.resume();
process.stdin.on('end', () => process.emit('message', 'shutdown') || process.exit());

require('azurite/dist/src/table/main.js');

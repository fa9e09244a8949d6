#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

// In a checkout of the sources there is nothing built: they run as they are.
if (existsSync(resolve(__dirname, '../src'))) {
  require('@backstage/cli/config/nodeTransform.cjs');
}

const { run } = require('..');

run(process.argv.slice(2), process).then(code => {
  process.exitCode = code;
});

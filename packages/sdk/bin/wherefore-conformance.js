#!/usr/bin/env node
// Says which level of the Wherefore protocol a server reaches; --help says how.
import { conformanceCommand } from '@wherefore/sdk/testing';

process.exitCode = await conformanceCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});

#!/usr/bin/env node
// Runs the program from the package for this computer.
const { spawnSync } = require("node:child_process");

const name = `fingerpost-${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "fingerpost.exe" : "fingerpost";

let program;
try {
  program = require.resolve(`${name}/${file}`);
} catch {
  console.error(
    `error: npm has not installed ${name}, the part of Fingerpost for this computer.\n` +
      "help: If you installed it with --omit=optional, install it again without. Otherwise there is no such part:\n" +
      "      install Rust, and run `cargo install fingerpost`.",
  );
  process.exit(2);
}
const { status, error } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (error) {
  console.error(`error: ${program} can't be started: ${error.message}`);
}
process.exit(status ?? 2);

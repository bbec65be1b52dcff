// Makes the npm packages: one for each kind of computer with its program, and `fingerpost`, which depends on all of them and
// runs the one that npm has installed. Nothing is downloaded or run while they are installed.
//
// node pack.mjs OUTPUT linux-x64=PATH darwin-arm64=PATH …

import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");
const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
const field = (key) => cargo.match(new RegExp(`^${key} = "(.*)"$`, "m"))[1];
const common = { version: field("version"), description: field("description"), license: field("license") };

const [output, ...programs] = process.argv.slice(2);

function pack(name, manifest, files) {
  const folder = join(output, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ name, ...common, ...manifest }, null, 2)}\n`);
  for (const [from, to] of [...files, [join(root, "LICENSE"), "LICENSE"]]) {
    copyFileSync(from, join(folder, to));
    if (to.startsWith("fingerpost")) {
      chmodSync(join(folder, to), 0o755);
    }
  }
  execFileSync("npm", ["pack", "--silent", "--pack-destination", output, folder], { stdio: "inherit" });
}

const parts = programs.map((program) => program.split("=", 2));
for (const [platform, path] of parts) {
  const [os, cpu] = platform.split("-");
  const file = os === "win32" ? "fingerpost.exe" : "fingerpost";
  pack(`fingerpost-${platform}`, { os: [os], cpu: [cpu], files: [file] }, [[path, file]]);
}
const optionalDependencies = Object.fromEntries(
  parts.map(([platform]) => [`fingerpost-${platform}`, common.version]),
);
pack(
  "fingerpost",
  { bin: { fingerpost: "fingerpost.js" }, files: ["fingerpost.js"], engines: { node: ">=18" }, optionalDependencies },
  [[join(here, "fingerpost.js"), "fingerpost.js"], [join(root, "README.md"), "README.md"]],
);

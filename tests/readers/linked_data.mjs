// Reads what pages tell search engines. jsonld expands it: every type and property must be a word of
// schema.org, and nothing may get lost on the way. Then TypeScript checks each block against the
// types of schema.org, as the package schema-dts has them: which properties a type has, and which
// values they take.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import jsonld from "jsonld";
import ts from "typescript";

const here = dirname(fileURLToPath(import.meta.url));
const vocabulary = readFileSync(join(here, "node_modules/schema-dts/dist/schema.d.ts"), "utf8");
const declared = (word) => new RegExp(`(type|interface) ${word}\\b|"${word}"\\??:`).test(vocabulary);

// The context that https://schema.org serves: its words, and which values are addresses.
const context = {
  "@context": { "@vocab": "http://schema.org/", url: { "@type": "@id" }, item: { "@type": "@id" }, logo: { "@type": "@id" } },
};
const documentLoader = async (address) => {
  if (address !== "https://schema.org") throw new Error(`an unknown context: ${address}`);
  return { contextUrl: null, documentUrl: address, document: context };
};

function words(node, found) {
  if (Array.isArray(node)) node.forEach((inside) => words(inside, found));
  else if (node && typeof node === "object") {
    for (const [key, value] of Object.entries(node)) {
      if (key === "@type") [value].flat().forEach((type) => found.add(type));
      else if (!key.startsWith("@")) found.add(key);
      if (key !== "@type") words(value, found);
    }
  }
  return found;
}

const leaves = (node) =>
  node && typeof node === "object" ? Object.entries(node).flatMap(([key, value]) => (key === "@context" ? [] : leaves(value))) : [node];

let source = 'import type { Thing } from "schema-dts";\ntype Graph = { "@context": "https://schema.org"; "@graph": Thing[] };\n';

// How many blocks a site has, and the things in them by type.
async function read(site, name) {
  const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
  const types = {};
  let blocks = 0;
  for (const page of pages) {
    const html = readFileSync(join(site, page), "utf8");
    for (const [, text] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      const block = JSON.parse(text);
      const expanded = await jsonld.expand(block, { documentLoader, base: `https://base.example/${page}`, safe: true });
      for (const word of words(expanded, new Set())) {
        if (!word.startsWith("http://schema.org/")) throw new Error(`${page}: ${word} is not of schema.org`);
        if (!declared(word.slice(18))) throw new Error(`${page}: schema.org has no ${word.slice(18)}`);
      }
      const lost = leaves(block).filter((leaf) => leaf !== null).length - leaves(expanded).filter((leaf) => leaf !== null).length;
      if (lost !== 0) throw new Error(`${page}: ${lost} values are lost in expansion`);
      for (const node of block["@graph"]) (types[node["@type"]] ??= []).push({ page, node });
      source += `export const ${name}${blocks}: Graph = ${JSON.stringify(block)}; // ${page}\n`;
      blocks += 1;
    }
  }
  return { blocks, types };
}

const sites = [];
for (const [number, site] of process.argv.slice(2).entries()) sites.push(await read(site, `site${number}block`));

// TypeScript takes seconds to start, so it sees all blocks at once, and a wrong one in a file of its own: unless that is
// reported, the check would be none.
const wrong = source.split("\n", 2).join("\n") +
  '\nexport const wrong: Graph = {"@context": "https://schema.org", "@graph": [{"@type": "Event", "startDay": "2027"}]};\n';
const [blocksFile, wrongFile] = ["blocks.ts", "wrong.ts"].map((name) => join(here, name));
writeFileSync(blocksFile, source);
writeFileSync(wrongFile, wrong);
const options = { noEmit: true, strict: true, skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
const program = ts.createProgram([blocksFile, wrongFile], options);
const complaints = ts.getPreEmitDiagnostics(program);
const found = complaints.filter((one) => one.file?.fileName !== wrongFile);
if (found.length > 0) throw new Error(found.slice(0, 3).map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n")).join("\n"));
if (complaints.length === 0) throw new Error("a wrong block is not reported");
process.stdout.write(JSON.stringify(sites));

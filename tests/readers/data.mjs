// Checks programme.json of a site against the schema beside it, with ajv; prints how it went.

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";

const [site, ...names] = process.argv.slice(2);
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = formats(new Ajv({ strict: true, allErrors: true, strictTypes: false, validateFormats: true }));
for (const number of ["uint", "uint8", "uint32", "uint64"]) ajv.addFormat(number, true);
const validate = ajv.compile(json(`${site}/programme.schema.json`));
for (const name of names) console.log(validate(json(name)) ? "accepted" : "refused");

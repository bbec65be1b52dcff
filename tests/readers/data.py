"""Checks programme.json of a site against the schema beside it, with jsonschema; prints how it went."""

import json
import pathlib
import sys

import jsonschema

site = pathlib.Path(sys.argv[1])
schema = json.loads((site / "programme.schema.json").read_text("utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
for name in sys.argv[2:]:
    data = json.loads(pathlib.Path(name).read_text("utf-8"))
    print("accepted" if validator.is_valid(data) else "refused")

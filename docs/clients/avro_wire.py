"""Formats of reviews and scores in Kafka: Avro in single-object encoding, or with a schema id of a registry."""

import io
import json
import pathlib
import urllib.parse
import urllib.request

import fastavro
from fastavro.schema import fingerprint, parse_schema, to_parsing_canonical_form

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "schemas" / "src" / "main" / "avro"
RELEASES = SCHEMAS.parent / "resources" / "releases"
MARKER = b"\xc3\x01"
REGISTERED = b"\x00"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def single_object_header(schema):
    """Returns C3 01 and the eight bytes of the schema's CRC-64-AVRO fingerprint, little-endian."""
    return MARKER + bytes.fromhex(fingerprint(to_parsing_canonical_form(schema), "CRC-64-AVRO"))


class Registry:
    """A registry with Confluent's HTTP API: Confluent's own, Apicurio at /apis/ccompat/v7, or Karapace."""

    def __init__(self, url):
        self.url = url.rstrip("/")
        self.schemas = {}

    def register(self, subject, schema):
        subject = urllib.parse.quote(subject, safe="")
        return self._ask(f"/subjects/{subject}/versions", {"schema": json.dumps(schema)})["id"]

    def schema(self, schema_id):
        if schema_id not in self.schemas:
            answer = self._ask(f"/schemas/ids/{schema_id}")
            self.schemas[schema_id] = parse_schema(json.loads(answer["schema"]))
        return self.schemas[schema_id]

    def _ask(self, path, body=None):
        request = urllib.request.Request(
            self.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/vnd.schemaregistry.v1+json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)


class Writer:
    """Writes records of one schema; with a registry they contain its schema id."""

    def __init__(self, name, registry=None, topic=None):
        schema = load(SCHEMAS / f"{name}.avsc")
        self.schema = parse_schema(schema)
        if registry is None:
            self.header = single_object_header(schema)
        else:
            schema_id = registry.register(f"{topic}-value", schema)
            self.header = REGISTERED + schema_id.to_bytes(4, "big")

    def __call__(self, record):
        out = io.BytesIO(self.header)
        out.seek(0, io.SEEK_END)
        fastavro.schemaless_writer(out, self.schema, record)
        return out.getvalue()


class Reader:
    """Reads records of one schema in either format, of any released version."""

    def __init__(self, name, registry=None):
        self.schema = parse_schema(load(SCHEMAS / f"{name}.avsc"))
        self.registry = registry
        releases = [load(path) for path in sorted((RELEASES / name).glob("*.avsc"))]
        self.released = {single_object_header(schema): parse_schema(schema) for schema in releases}

    def __call__(self, value):
        if value[:1] == REGISTERED:
            if self.registry is None:
                raise ValueError("The value has a schema id. Use --registry with the URL of the registry.")
            writer, start = self.registry.schema(int.from_bytes(value[1:5], "big")), 5
        else:
            writer, start = self.released.get(value[:10]), 10
            if writer is None:
                raise ValueError(f"Unknown schema: {value[:10].hex()}. Update the schemas.")
        return fastavro.schemaless_reader(io.BytesIO(value[start:]), writer, self.schema)

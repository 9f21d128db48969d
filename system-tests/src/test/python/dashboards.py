"""Checks dashboards with Grafana's schemas in grafana-foundation-sdk.

Usage: python dashboards.py FILE...

The model of the SDK drops unknown fields and keeps values of wrong types. The script compares each file with the
model and prints a line for each difference. Exits with 1 if there is a difference, with 3 if the SDK is not installed.
"""

import enum
import json
import sys
import types
import typing

try:
    from grafana_foundation_sdk.cog import plugins
    from grafana_foundation_sdk.cog.encoder import JSONEncoder
    from grafana_foundation_sdk.models.dashboard import Dashboard
except ImportError:
    print("grafana_foundation_sdk is not installed.", file=sys.stderr)
    sys.exit(3)


def lost(given, kept, path):
    """Yields fields and values that the model does not keep."""
    if isinstance(given, dict):
        for key, value in given.items():
            if not isinstance(kept, dict) or key not in kept:
                if value is not None:
                    yield f"{path}.{key}: the schema has no such field"
            else:
                yield from lost(value, kept[key], f"{path}.{key}")
    elif isinstance(given, list) and isinstance(kept, list) and len(given) == len(kept):
        for index, (one, other) in enumerate(zip(given, kept)):
            yield from lost(one, other, f"{path}[{index}]")
    elif given != kept:
        yield f"{path}: {given} became {kept}"


def is_of(value, kind):
    """Returns whether a value from JSON has the annotated type."""
    origin = typing.get_origin(kind)
    if kind in (typing.Any, object) or isinstance(kind, typing.TypeVar):
        return True
    if origin in (typing.Union, types.UnionType):
        return any(is_of(value, one) for one in typing.get_args(kind))
    if origin is typing.Literal:
        return value in typing.get_args(kind)
    if origin is not None:
        return isinstance(value, origin)
    if kind is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return isinstance(value, kind) or value in [one.value for one in kind]
    return isinstance(value, kind)


def misfits(model, path):
    """Yields values that do not have the annotated type."""
    if isinstance(model, list):
        for index, one in enumerate(model):
            yield from misfits(one, f"{path}[{index}]")
    elif isinstance(model, dict):
        for key, one in model.items():
            yield from misfits(one, f"{path}.{key}")
    elif type(model).__module__.startswith("grafana_foundation_sdk.models") and not isinstance(model, enum.Enum):
        kinds = typing.get_type_hints(type(model))
        for name, value in vars(model).items():
            if name in kinds and not is_of(value, kinds[name]):
                yield f"{path}.{name}: {value!r} is not of type {kinds[name]}"
            yield from misfits(value, f"{path}.{name}")


def faults(given):
    model = Dashboard.from_json(given)
    yield from misfits(model, "dashboard")
    yield from lost(given, json.loads(json.dumps(model, cls=JSONEncoder)), "dashboard")


def main(files):
    plugins.register_default_plugins()
    found = 0
    for file in files:
        with open(file, encoding="utf-8") as content:
            for fault in faults(json.load(content)):
                print(f"{file}: {fault}")
                found += 1
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])

"""What cannot be written as JSON."""
import json

ring = []
ring.append(ring)
loop = {}
loop["self"] = loop
for value, options in (
    (object, {}), ({1, 2}, {}), (b"x", {}), (1j, {}), ({(1,): 2}, {}), (ring, {}), (loop, {}), ([float("nan")], {"allow_nan": False}),
    ({"a": 1, 2: 3}, {"sort_keys": True}), ([1], {"default": 5}), (object, {"default": lambda value: value}),
):
    try:
        print(json.dumps(value, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(json.dumps([ring[:0]]))

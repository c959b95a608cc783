import tangle.attribute_one as first

print("two sees", first.__name__, hasattr(first, "value"))
value = "two"

# A memoryview has one dimension and no half floats
# Cause: views of more dimensions are not modelled yet.
# Workaround: index the flat view.
# CPython: [[97, 98], [99, 100]]
# Exit Lens: refused: memoryview.cast with a shape
print(memoryview(b"abcd").cast("B", (2, 2)).tolist())

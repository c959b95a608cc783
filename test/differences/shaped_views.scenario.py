"""
title: A memoryview has one dimension, and no half floats
cause: views of more dimensions are not modelled yet.
workaround: index the flat view.
"""
print(memoryview(b"abcd").cast("B", (2, 2)).tolist())

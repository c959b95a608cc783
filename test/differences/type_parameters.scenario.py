# Type parameters and `type` statements are refused.
# Cause: `typing` makes their objects, and is not modelled yet.
# Workaround: leave the annotation out.
# CPython: 1
# Exit Lens: refused: type parameters
def first[T](items: list[T]) -> T:
    return items[0]
print(first([1]))

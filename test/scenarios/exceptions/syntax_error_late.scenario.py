# An error that only the compiler finds.
print("never printed")

def function():
    nonlocal missing
    return missing

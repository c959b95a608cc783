# A file that is no Python is refused before anything runs.
print("never printed")

def broken(:
    pass

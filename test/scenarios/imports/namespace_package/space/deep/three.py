from .. import two

name = f"three after {two.name}"

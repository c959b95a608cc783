from .one import one as shared
from space.one import One

name = f"{__name__} shares {type(shared).__name__}"

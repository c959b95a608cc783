print("eager begins")
from .eager_partner import Partner


class Eager:
    pass

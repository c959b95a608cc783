print("partner begins")
from .eager import Eager


class Partner(Eager):
    pass

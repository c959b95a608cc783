from .goods.fruit import Fruit
from . import stock as shared


class Basket:
    def __init__(self, items):
        self.items = [item for item in items if isinstance(item, Fruit)]

    def total(self):
        return sum(item.price for item in self.items), shared.current is not None

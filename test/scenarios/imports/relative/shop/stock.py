from . import goods

print("init of", __name__)


class Stock:
    def __del__(self):
        print("stock goes, goods are", goods and goods.__name__)


current = Stock()

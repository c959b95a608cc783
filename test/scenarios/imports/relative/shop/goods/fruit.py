from .. import goods


class Fruit:
    price = goods.vegetable_price + 1


class Apple(Fruit):
    def __del__(self):
        print("apple goes")


try:
    from ... import anything
except ImportError as error:
    print(error)
left = Apple()

__all__ = ["vegetable_price", "fruit"]
vegetable_price = 3
print("init of", __name__)

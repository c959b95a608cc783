# A package with subpackages: relative imports, what a package's __init__ exports, and submodules as attributes.
import sys

import shop
from shop import stock, Basket
from shop.goods.fruit import Apple
from shop.goods import *

print(shop.__name__, shop.__package__, [p.rsplit("/", 1)[-1] for p in shop.__path__], shop.__spec__.submodule_search_locations is not None)
print(stock.__package__, Apple.__module__, sys.modules["shop.goods.fruit"].Apple is Apple)
print(Basket([Apple()]).total(), vegetable_price, "fruit" in globals())
print(sorted(name for name in sys.modules if name.startswith("shop")))
print(hasattr(shop, "goods"), hasattr(shop, "lazy"))
print(shop.load_lazy().__name__, hasattr(shop, "lazy"))
for statement in ("from shop import nothing", "import shop.nothing", "from shop.stock import nothing", "import shop.stock.deeper",
                  "from . import shop", "from shop.goods import broken"):
    try:
        exec(statement)
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (/")[0], error.name)
print(sorted(n for n in vars(shop) if not n.startswith("__")))

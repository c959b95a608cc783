from .fruit import Pear

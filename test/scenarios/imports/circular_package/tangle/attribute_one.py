import tangle.attribute_two as other

value = "one"

# The last digits of a complex power differ.
# Cause: angles go through sines and cosines of the JavaScript engine, not of the C library.
# Workaround: compare complex numbers with a tolerance; whole powers are exact.
# CPython: (-1.80115700658792-4.344167859814258j)
# Exit Lens: (-1.8011570065879197-4.344167859814257j)
print((2 - 1j) ** (2.5 - 1j))

# A library that leaves a function on sys pins its own globals, not the main module's.
import library

mine = library.Resource("in main")
other = mine
print("end")

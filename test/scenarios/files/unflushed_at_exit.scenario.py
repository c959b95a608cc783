# What files that are open at the exit lose and keep: read by a finaliser that comes later, and unlinked there.
import os
names = ["_unflushed_at_exit_%d.tmp" % i for i in range(4)]
class Late:
    def __del__(self, stat=os.stat, unlink=os.unlink, names=names):
        for name in names:
            print(name, stat(name).st_size)
            unlink(name)
module_file = open(names[0], "w")
module_file.write("held by the module")
class Holder:
    pass
ring = Holder()
ring.me = ring
ring.file = open(names[1], "w")
ring.file.write("held by a cycle")
import builtins
builtins.pinned = open(names[2], "w")
builtins.pinned.write("held by builtins")
plain = open(names[3], "wb")
plain.write(b"bytes")
aa_late = Late()
print([os.stat(name).st_size for name in names])

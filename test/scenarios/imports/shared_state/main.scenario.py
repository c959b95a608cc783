# Two modules share a third one's objects: rebinding is seen by attribute only, and the end of each at exit.
import sys

import store
import writer
import reader

writer.add("a")
print(reader.items_by_attribute(), reader.items_by_name())
writer.rebind()
print(reader.items_by_attribute(), reader.items_by_name())
writer.bump()
print(store.count, reader.count, writer.store.count, reader.current_count())
sys.modules["alias"] = store
import alias
alias.added_through_alias = store.Item("through alias")
print(store.added_through_alias.name)
store.callbacks.append(reader.on_exit_of)
store.self_reference = store
print(len([m for m in sys.modules.values() if m is store]))

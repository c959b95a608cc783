class Plain: pass
first = Plain()
second = Plain()
second.first = first

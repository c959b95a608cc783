# Objects in modules of a package at exit: each module's globals go in the reverse order of imports where nothing else holds them.
import app.models
import app.views
from app import registry


class Main:
    def __del__(self):
        print("main's object goes; registry:", registry.entries if registry else None)


main = Main()
registry.entries["main"] = "known"
app.models.user.viewed_by = app.views.view
print(sorted(registry.entries))

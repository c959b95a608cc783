from . import models
from .registry import register


@register
class View:
    def __init__(self, user):
        self.user = user

    def __del__(self):
        print("view of", self.user.name, "goes; models:", models and models.__name__)


view = View(models.user)

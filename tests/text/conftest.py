"""Property tests run on machines shared with others, where one slow example says nothing about the code."""

from hypothesis import settings

settings.register_profile("helpdesk", deadline=None)
settings.load_profile("helpdesk")

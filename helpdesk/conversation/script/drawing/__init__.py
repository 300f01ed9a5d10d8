"""A flow as a picture that prints, for `helpdesk flows draw`."""

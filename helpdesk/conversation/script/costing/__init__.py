"""What whole conversations cost, for `helpdesk flows check --costs`."""

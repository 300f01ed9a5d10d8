"""Everything that can be wrong with a script: what `helpdesk flows check` refuses."""

"""`helpdesk gateways`."""

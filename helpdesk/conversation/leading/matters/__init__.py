"""What else is asked and told: of the service, of what is kept, of fraud, of requests that wait, and what is beyond us."""

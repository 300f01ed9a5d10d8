"""Wire to messages and back: one folder per channel, each fulfilling `contract.Channel`."""

"""Tables as people keep them: rows in a CSV or XLSX file under a header, read into typed rows and written again."""

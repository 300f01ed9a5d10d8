"""Lists for officials, on paper, by SMS and as files."""

"""For claims that are the same on either kind of database: marks that leave a test one of them.

What a text means and which words are said is such a claim, where other tests of its room hold on both kinds that turns
like it are read and kept.
"""

import pytest

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

"""SQL: the engine, the column types, the shared metadata and the migrations. Tables stand in the rooms that own them."""

"""Whether, when and through which gateway a message may leave."""

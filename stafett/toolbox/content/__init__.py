"""What stands in every municipality's toolbox from its first day: the product's own sheets and forms, by their keys."""

"""For every form of the municipality's own words for concerns: fields that are carried out, who sends them, and where to."""

from django.urls import reverse

from stafett.relay_log.forms import categories

FORMS = {
    "edit_category": categories.CategoryForm,
    "edit_subcategory": categories.CategoryForm,
    "new_subcategory": categories.SubcategoryForm,
}
_ABOUT = {
    "edit_category": ("wellbeing",),
    "edit_subcategory": ("subjects", "reading_speed"),
    "new_subcategory": ("wellbeing",),
}


def sender(name):
    """Who sends it: the administrator."""
    return "randi"


def address(name):
    """Where it is sent."""
    return reverse(name, args=_ABOUT[name])


def fields(name):
    """What it holds."""
    return {"nb": "Skolefravær", "nn": "Skulefråvær"}

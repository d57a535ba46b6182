"""Who may what of images in the guide and the order of its steps, written by hand: a part of the table in who_may.py.

Route: what its address names, its methods, and whose it is, as in who_may.GUIDE_WORK_ROUTES. The last one takes away what the
others are about.
"""

from tests.access.who_may import GET, POST

PUBLIC = "guide_image"  # an image of an edition that has held: for everybody; of a draft, for nobody (test_images.py)
ROUTES = {
    "guide_order": ("edition", (GET, POST), ("project",)),
    "guide_preview": ("edition", (GET,), ("project", "steering")),
    "guide_draft_image": ("edition_image", (GET,), ("project", "steering")),
    "guide_borrowed_image": ("borrowed_image", (GET,), ("project",)),
    "guide_new_image": ("part", (GET, POST), ("project",)),
    "guide_image_words": ("part_image", (GET, POST), ("project",)),
    "guide_image_removal": ("part_image", (POST,), ("project",)),
}

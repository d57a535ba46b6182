"""For the forms about connected systems: one answers with a key, and the others are buttons; both stand in test_pages.py."""

from stafett.integrations import forms

PARTS = {forms.SystemForm, forms.NoWordsForm}

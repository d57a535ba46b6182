"""The shape of what is typed in about the register, a file for each thing it is about."""

from stafett.administration.forms.family import (
    AnswerForm,
    AnswerOpeningForm,
    ChildForm,
    ConsentRightForm,
    DocumentationField,
    EndForm,
    GuardianForm,
    NoWordsForm,
    NumberField,
    NumberForm,
    OpeningForm,
    ProtectionForm,
    ReasonedForm,
    ReasonField,
    RequestForm,
    ResponsibilityForm,
)

__all__ = [
    "AnswerForm", "AnswerOpeningForm", "ChildForm", "ConsentRightForm", "DocumentationField", "EndForm", "GuardianForm",
    "NoWordsForm", "NumberField", "NumberForm", "OpeningForm", "ProtectionForm", "ReasonField", "ReasonedForm",
    "RequestForm", "ResponsibilityForm",
]  # fmt: skip

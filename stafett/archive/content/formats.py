"""Formats of files by their PRONOM ids, as archives want them."""

PDF, JSON, XML = "application/pdf", "application/json", "application/xml"
_PRONOM = {
    PDF: ("fmt/476", "PDF/A-2a"),
    JSON: ("fmt/817", "JSON"),
    XML: ("fmt/101", "XML 1.0"),
}


def of(media_type: str) -> tuple[str, str]:
    """(PRONOM id, name) of a media type. Raises KeyError for one we never make."""
    return _PRONOM[media_type]

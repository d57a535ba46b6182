"""Reads a page as somebody with a browser would: the fields of its form with what stands in them, and its words."""

from html.parser import HTMLParser


def fields(answer):
    """What stands in the fields of the page's forms: name -> list of values, unticked choices left out."""
    return _parsed(answer).values


def errors(answer):
    """Sentences beside the fields of the page: name -> sentence."""
    return {
        key.removeprefix("id_").removesuffix("-error"): text for key, text in _parsed(answer).errors.items()
    }


def words(answer):
    """All text of the page, tags away, each run of spaces as one."""
    return " ".join(" ".join(_parsed(answer).text).split())


def pieces(answer, start, end="</main>"):
    """Each piece of text in a part of the page, in order: from the first place where `start` stands in it until `end`."""
    part = answer.content.decode().split(start, 1)[1].split(end, 1)[0]
    return [" ".join(text.split()) for text in _fed(start + part).text if text.strip()]


def _parsed(answer):
    return _fed(answer.content.decode())


def _fed(html):
    page = _Page()
    page.feed(html)
    page.close()
    return page


class _Page(HTMLParser):
    """Collects values, error sentences and text while it reads."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.values, self.errors, self.text = {}, {}, []
        self._area, self._select, self._error = None, None, None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name = given.get("name", "")
        if tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.values.setdefault(name, []).append(given.get("value") or "")
        elif tag == "textarea":
            self._area = name
            self.values.setdefault(name, []).append("")
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self.values.setdefault(self._select, []).append(given.get("value") or "")
        if given.get("id", "").endswith("-error"):
            self._error = given["id"]

    def handle_endtag(self, tag):
        if tag == "textarea":
            # a browser drops the first line end after the tag
            self.values[self._area][-1] = self.values[self._area][-1].removeprefix("\n")
            self._area = None
        if tag == "div":
            self._error = None

    def handle_data(self, data):
        if self._area is not None:
            self.values[self._area][-1] += data
        else:
            self.text.append(data)
        if self._error and data.strip():
            self.errors[self._error] = (self.errors.get(self._error, "") + " " + data.strip()).strip()

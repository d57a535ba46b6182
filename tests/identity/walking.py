"""A person with a browser between us and the provider: presses the buttons there, and comes back here."""

import re
from html import unescape
from urllib.parse import parse_qs, urljoin, urlsplit

import requests

from tests.web.visiting import Visitor

SITE = "http://localhost"


class Walker:
    """Somebody who logs in and out. `visitor` is their browser at our site, `there` at the provider."""

    def __init__(self, key=None, **options):
        self.visitor = Visitor(key, SERVER_NAME="localhost", **options)
        self.there = requests.Session()
        self.there.trust_env = False
        self.asked = {}  # the authorization request as it stood in the address

    def log_in(self, person, *, begin="/logg-inn/proveporten/"):
        """The whole way; gives our answer to the return."""
        return self.come_back(self.way_back(person, begin=begin))

    def way_back(self, person, *, begin="/logg-inn/proveporten/"):
        """To the provider, and as far as the address that leads back to us. `person` None: already logged in there."""
        away = self.visitor.get(begin)
        assert away.status_code == 302, away.content.decode()
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(away["Location"]).query).items()}
        answer = self._follow(self.there.get(away["Location"], allow_redirects=False))
        if person is not None and isinstance(answer, requests.Response):
            answer = self._follow(self.there.post(answer.url, data={"person": person}, allow_redirects=False))
        assert isinstance(answer, str), answer.text
        return answer

    def come_back(self, address):
        """Our answer when the browser comes back with this address."""
        return self.visitor.get(address.removeprefix(SITE))

    def log_out(self, **fields):
        """Log out of both; gives the last address the provider sends the browser to."""
        page = self.visitor.post("/logg-ut/", fields).content.decode()
        target = unescape(re.search(r'action="(http[^"]+)"', page)[1])
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        answer = self.there.post(target, data=hidden, allow_redirects=False)
        xsrf = re.search(r'name="xsrf" value="([^"]+)"', answer.text)
        action = unescape(re.search(r'action="([^"]+)"', answer.text)[1])
        return self._follow(
            self.there.post(action, data={"xsrf": xsrf[1], "logout": "yes"}, allow_redirects=False)
        )

    def _follow(self, answer):
        """Go on until a page is shown, or an address is ours; then that address."""
        while answer.is_redirect:
            target = urljoin(answer.url, answer.headers["Location"])
            if target.startswith(f"{SITE}/"):
                return target
            answer = self.there.get(target, allow_redirects=False)
        return answer

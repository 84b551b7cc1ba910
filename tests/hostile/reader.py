"""Reads a mail or a page as a program of a stranger would, and says as JSON what it found there."""

import email
import html.parser
import json
import sys
from email import policy


class Page(html.parser.HTMLParser):
    """Keeps the tags and attributes of a page, and the text that a reader sees."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text, self.hidden = {}, [], [], None

    def handle_starttag(self, tag, attributes):
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.attributes += [[tag, name, value or ""] for name, value in attributes if tag != "path"]
        if tag in ("style", "title"):
            self.hidden = tag

    def handle_endtag(self, tag):
        if tag == self.hidden:
            self.hidden = None

    def handle_data(self, data):
        if self.hidden is None:
            self.text.append(data)


def page(text):
    reader = Page()
    reader.feed(text)
    reader.close()
    return {"tags": reader.tags, "attributes": reader.attributes, "text": "".join(reader.text)}


def mail(data):
    message = email.message_from_bytes(data, policy=policy.default)
    parts = list(message.walk())
    return {
        "headers": [[name, str(value)] for name, value in message.items()],
        "to": [address.addr_spec for address in message["To"].addresses],
        "from": [[address.display_name, address.addr_spec] for address in message["From"].addresses],
        "types": [part.get_content_type() for part in parts],
        "files": [part.get_filename() for part in parts if part.get_filename()],
        "defects": [str(defect) for part in parts for defect in part.defects],
        "text": message.get_body(("plain",)).get_content(),
        "page": page(message.get_body(("html",)).get_content()),
    }


data = open(sys.argv[2], "rb").read()
found = mail(data) if sys.argv[1] == "mail" else page(data.decode("utf-8"))
json.dump(found, sys.stdout, ensure_ascii=False)

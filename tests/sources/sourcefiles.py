"""What the tests of opening sources share: files to open, and what comes of them."""

import io
import json
import zipfile

from marsad.sources import open_articles


def read(*paths, **options):
    errors = []
    return list(open_articles(paths, on_error=errors.append, **options)), errors


def texts(articles):
    return [article.text for article in articles]


def zipped(members, path=None):
    target = path or io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


def lines(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)

"""An ASiC-E container (ETSI EN 319 162-1): a zip with its type first, the files, and a manifest of their checksums.

The signature over the manifest, with the municipality's certificate, is added by whoever sends it (ADR 0036).
"""

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterable

from lxml import etree

MEDIA_TYPE = "application/vnd.etsi.asic-e+zip"
MANIFEST = "META-INF/asicmanifest.xml"
_ASIC = "http://uri.etsi.org/2918/v1.2.1#"
_DSIG = "http://www.w3.org/2000/09/xmldsig#"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same files give the same bytes


def packed(files: Iterable[tuple[str, str, bytes]]) -> bytes:
    """The container of files given as (ASCII name, media type, bytes)."""
    files = list(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        _add(container, "mimetype", MEDIA_TYPE.encode(), zipfile.ZIP_STORED)
        for name, _media_type, content in files:
            _add(container, name, content, zipfile.ZIP_DEFLATED)
        _add(container, MANIFEST, _manifest(files), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _add(container, name, content, method):
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = method
    container.writestr(entry, content)


def _manifest(files):
    root = etree.Element(f"{{{_ASIC}}}ASiCManifest", nsmap={"asic": _ASIC, "ds": _DSIG})
    etree.SubElement(
        root,
        f"{{{_ASIC}}}SigReference",
        URI="META-INF/signature.p7s",
        MimeType="application/x-pkcs7-signature",
    )
    for name, media_type, content in files:
        about = etree.SubElement(root, f"{{{_ASIC}}}DataObjectReference", URI=name, MimeType=media_type)
        etree.SubElement(about, f"{{{_DSIG}}}DigestMethod", Algorithm=_SHA256)
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        etree.SubElement(about, f"{{{_DSIG}}}DigestValue").text = digest
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

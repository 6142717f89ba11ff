//! Says in the metadata of a printed file that it is a Factur-X, which is what programs look for first.
//!
//! krilla writes the metadata of PDF/A and takes none of ours (see docs/adr/0005-printing-invoices.md), so it is added to
//! what was written: the packet grows, and each offset behind it with it. Both are checked to be where they are expected.

use crate::{PressError, press::ATTACHMENT};

const END: &[u8] = b"</rdf:RDF>";

/// The Factur-X properties, and the description that PDF/A wants of each schema that it does not know.
fn factur_x() -> String {
    let property = |name: &str, description: &str| {
        format!(
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{name}</pdfaProperty:name>\
             <pdfaProperty:valueType>Text</pdfaProperty:valueType>\
             <pdfaProperty:category>external</pdfaProperty:category>\
             <pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>"
        )
    };
    let properties = [
        property("DocumentFileName", "The name of the embedded XML document"),
        property("DocumentType", "The type of the hybrid document in capital letters, INVOICE"),
        property("Version", "The version of the standard of the embedded XML document"),
        property("ConformanceLevel", "The conformance level of the embedded XML document"),
    ]
    .concat();
    format!(
        "<rdf:Description rdf:about=\"\" xmlns:fx=\"urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#\">\
         <fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>{ATTACHMENT}</fx:DocumentFileName>\
         <fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>\
         <rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
         xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
         xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><pdfaExtension:schemas><rdf:Bag>\
         <rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>\
         <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>\
         <pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq>\
         </pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
    )
}

/// Adds the properties to a printed file.
pub(crate) fn as_factur_x(pdf: &[u8]) -> Result<Vec<u8>, PressError> {
    add(pdf, &factur_x()).ok_or_else(|| PressError("its metadata is not as expected".to_owned()))
}

fn add(pdf: &[u8], more: &str) -> Option<Vec<u8>> {
    let table = table_at(pdf)?;
    let end = last(&pdf[..table], END)?;
    let begun = last(&pdf[..end], b"stream")?;
    let (length, digits) = length_before(pdf, begun)?;
    let longer = (length + more.len()).to_string();
    // The length, which stands before the packet, may have another digit.
    let grown = longer.len() - digits.len();
    let mut printed = Vec::with_capacity(pdf.len() + more.len() + grown);
    printed.extend_from_slice(&pdf[..digits.start]);
    printed.extend_from_slice(longer.as_bytes());
    printed.extend_from_slice(&pdf[digits.end..end]);
    printed.extend_from_slice(more.as_bytes());
    printed.extend_from_slice(&pdf[end..table]);
    let behind = more.len() + grown;
    printed.extend_from_slice(&shifted(&pdf[table..], end, behind, table)?);
    Some(printed)
}

/// The length of the stream that begins there, and where its digits are.
fn length_before(pdf: &[u8], stream: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let start = last(&pdf[..stream], b"/Length ")? + b"/Length ".len();
    let digits = pdf[start..stream].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length = std::str::from_utf8(&pdf[start..start + digits]).ok()?.parse().ok()?;
    Some((length, start..start + digits))
}

/// Where the table of offsets is, as the end of the file says.
fn table_at(pdf: &[u8]) -> Option<usize> {
    let at = last(pdf, b"startxref")?;
    let text = std::str::from_utf8(&pdf[at..]).ok()?;
    let table: usize = text.lines().nth(1)?.trim().parse().ok()?;
    pdf.get(table..)?.starts_with(b"xref").then_some(table)
}

/// The table and the trailer, with each offset behind `from` moved.
fn shifted(tail: &[u8], from: usize, by: usize, table: usize) -> Option<Vec<u8>> {
    let trailer = first(tail, b"trailer")?;
    let mut moved = Vec::with_capacity(tail.len() + 2);
    for line in tail[..trailer].split_inclusive(|&byte| byte == b'\n') {
        let text = std::str::from_utf8(line).ok()?;
        match text.split_once(' ') {
            // An entry in use has ten digits, five digits and an `n`.
            Some((offset, rest)) if offset.len() == 10 && rest.contains('n') => {
                let offset: usize = offset.parse().ok()?;
                let offset = if offset > from { offset + by } else { offset };
                moved.extend_from_slice(format!("{offset:010} {rest}").as_bytes());
            }
            _ => moved.extend_from_slice(line),
        }
    }
    let end = &tail[trailer..];
    let start = last(end, b"startxref")?;
    moved.extend_from_slice(&end[..start]);
    moved.extend_from_slice(format!("startxref\n{}\n%%EOF", table + by).as_bytes());
    Some(moved)
}

fn first(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

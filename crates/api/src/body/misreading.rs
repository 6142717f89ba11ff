//! What serde could not read, told to people: which field, and what is the matter with it. Serde's own
//! sentences name types of Rust and places in the text, so none of them is passed on.

use estrade_domain::{fields::Fields, refusal::Explanation, text};
use serde_path_to_error::{Path, Segment};

/// The wrong field, with its pointer.
pub(super) fn explain(error: &serde_path_to_error::Error<serde_json::Error>) -> Fields {
    let (at, said) = (pointer(error.path()), error.inner().to_string());
    let named = said.split('`').nth(1).map(|name| format!("/{}", escaped(name)));
    match named {
        Some(step) if said.starts_with("missing field") => Fields::one(at + &step, text::missing()),
        Some(step) if said.starts_with("duplicate field") => Fields::one(at + &step, given_twice()),
        // The path leads to the unknown name already, where serde followed it.
        Some(step) if said.starts_with("unknown field") => {
            let known = at.strip_suffix(&step).unwrap_or(&at).to_owned();
            Fields::one(known + &step, unknown_field())
        }
        _ => Fields::one(at.clone(), wrong_shape(&at, &said)),
    }
}

fn pointer(path: &Path) -> String {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", escaped(key)),
        Segment::Enum { variant } => format!("/{variant}"),
        Segment::Unknown => String::new(),
    };
    path.iter().map(step).collect()
}

/// A name as RFC 6901 writes it in a pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn unknown_field() -> Explanation {
    Explanation::new(
        "unknown_field",
        "Ce champ n’existe pas dans cette requête.",
        "There is no such field in this request.",
    )
}

fn given_twice() -> Explanation {
    Explanation::new("given_twice", "Ce champ est donné deux fois.", "This field is given twice.")
}

fn wrong_shape(at: &str, said: &str) -> Explanation {
    let due = said.strip_prefix("invalid type: ").and_then(due);
    let (french, english) = match due {
        Some((french, english)) if at.is_empty() => (
            format!("Le corps de la requête doit être {french}."),
            format!("The body must be {english}."),
        ),
        Some((french, english)) => {
            (format!("Ce champ doit être {french}."), format!("This field must be {english}."))
        }
        None => (
            "Ce champ n’a pas la forme attendue.".to_owned(),
            "This field does not have the expected form.".to_owned(),
        ),
    };
    Explanation::new("wrong_shape", french, english)
}

/// What is due in the place of what came, in both languages.
fn due(said: &str) -> Option<(&'static str, &'static str)> {
    let (_, expected) = said.rsplit_once(", expected ")?;
    let expected = expected.split(" at line ").next()?;
    match expected {
        "a string" => Some(("un texte", "a text")),
        "a boolean" => Some(("true ou false", "true or false")),
        "a sequence" => Some(("une liste", "a list")),
        "an object" | "a map" => Some(OBJECT),
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" => {
            Some(("un nombre entier", "a whole number"))
        }
        _ if expected.starts_with("struct ") => Some(OBJECT),
        _ => None,
    }
}

const OBJECT: (&str, &str) = ("un objet JSON", "a JSON object");

//! Parsing at the edge, field by field: every wrong field is told at once, each with its pointer.

use crate::refusal::Explanation;

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// A JSON pointer into the body: `/lots/0/trade`.
    pub pointer: String,
    /// Why it was refused.
    pub explanation: Explanation,
}

/// Collects what is wrong with a body.
///
/// ```
/// # use estrade_domain::{fields::Fields, text};
/// fn parse(name: &str, town: &str) -> Result<(String, String), Fields> {
///     let mut fields = Fields::default();
///     let name = fields.take("/name", text::line(name, 80));
///     let town = fields.take("/town", text::line(town, 80));
///     let (Some(name), Some(town)) = (name, town) else { return Err(fields) };
///     Ok((name, town))
/// }
/// assert_eq!(parse("", "").unwrap_err().errors().len(), 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<FieldError>);

impl Fields {
    /// One wrong field.
    pub fn one(pointer: impl Into<String>, explanation: Explanation) -> Self {
        let mut fields = Self::default();
        fields.refuse(pointer, explanation);
        fields
    }

    /// Keeps what was parsed, notes what was not.
    pub fn take<T>(
        &mut self,
        pointer: impl Into<String>,
        parsed: Result<T, Explanation>,
    ) -> Option<T> {
        parsed.map_err(|explanation| self.refuse(pointer, explanation)).ok()
    }

    /// As `take`, for a field that may be absent or empty.
    pub fn take_if<T>(
        &mut self,
        pointer: impl Into<String>,
        given: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, Explanation>,
    ) -> Option<Option<T>> {
        match given.map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) => self.take(pointer, parse(text)).map(Some),
            None => Some(None),
        }
    }

    /// As `take`, for a field of a change that leaves what it does not name.
    pub fn take_given<T>(
        &mut self,
        pointer: &str,
        given: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, Explanation>,
    ) -> Option<T> {
        self.take(pointer, parse(given?))
    }

    /// Notes a wrong field.
    pub fn refuse(&mut self, pointer: impl Into<String>, explanation: Explanation) {
        self.0.push(FieldError { pointer: pointer.into(), explanation });
    }

    /// Takes over what another parser noted, below a pointer.
    pub fn absorb(&mut self, below: &str, other: Self) {
        self.0.extend(
            other
                .0
                .into_iter()
                .map(|error| FieldError { pointer: format!("{below}{}", error.pointer), ..error }),
        );
    }

    /// Nothing wrong, or all that is.
    pub fn check(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }

    /// All that is wrong, in the order of the fields.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        &self.0
    }
}

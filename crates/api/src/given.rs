//! A field of a PATCH: absent leaves what there is, null clears it, a value replaces it.

use serde::{Deserialize, Deserializer};

/// What a request says of a field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Given<T> {
    /// Nothing: it stays.
    #[default]
    Absent,
    /// Null: it is cleared.
    Null,
    /// This, from now on.
    Value(T),
}

impl<T> Given<T> {
    /// What was given, read as something else.
    pub fn map<U>(self, read: impl FnOnce(T) -> U) -> Given<U> {
        self.and_then(|value| Some(read(value)))
    }

    /// As `map`, for what may be unreadable: that counts as nothing given.
    pub fn and_then<U>(self, read: impl FnOnce(T) -> Option<U>) -> Given<U> {
        match self {
            Self::Absent => Given::Absent,
            Self::Null => Given::Null,
            Self::Value(value) => read(value).map_or(Given::Absent, Given::Value),
        }
    }

    /// Puts what was given in the place of what there is.
    pub fn put(self, place: &mut T)
    where
        T: Default,
    {
        match self {
            Self::Absent => {}
            Self::Null => *place = T::default(),
            Self::Value(value) => *place = value,
        }
    }

    /// As `put`, for what may be missing.
    pub fn put_some(self, place: &mut Option<T>) {
        match self {
            Self::Absent => {}
            Self::Null => *place = None,
            Self::Value(value) => *place = Some(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

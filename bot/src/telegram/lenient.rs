//! Tolerant decoding in one pass.
//!
//! Telegram adds fields and changes shapes without notice, and an update that
//! fails to decode is an update that a person sent in vain. A field of a wrong
//! type therefore counts as absent; only broken JSON is an error. Nothing is
//! buffered: the value that does not fit is skipped where it stands.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What can be taken from JSON if it is there in a fitting shape. A method left
/// at its default says "this JSON type does not fit".
pub(super) trait Lenient<'de>: Sized {
    fn from_bool(_: bool) -> Option<Self> {
        None
    }

    fn from_integer(_: i64) -> Option<Self> {
        None
    }

    fn from_float(_: f64) -> Option<Self> {
        None
    }

    fn from_text(_: Cow<'de, str>) -> Option<Self> {
        None
    }

    /// Must read the map to its end unless it returns an error.
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Option<Self>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    /// Must read the sequence to its end unless it returns an error.
    fn from_seq<A: SeqAccess<'de>>(mut seq: A) -> Result<Option<Self>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

/// For `#[serde(deserialize_with = "lenient")]`: the value, or its default.
pub(super) fn lenient<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Lenient<'de> + Default,
{
    Ok(Take::new().deserialize(from)?.unwrap_or_default())
}

/// The next value of a map, if it fits.
pub(super) fn value<'de, A, T>(map: &mut A) -> Result<Option<T>, A::Error>
where
    A: MapAccess<'de>,
    T: Lenient<'de>,
{
    map.next_value_seed(Take::new())
}

/// Reads any JSON value as a `T`, or as nothing.
pub(super) struct Take<T>(PhantomData<T>);

impl<T> Take<T> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Lenient<'de>> DeserializeSeed<'de> for Take<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<T>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de, T: Lenient<'de>> Visitor<'de> for Take<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Option<T>, E> {
        Ok(T::from_bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Option<T>, E> {
        Ok(T::from_integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Option<T>, E> {
        Ok(i64::try_from(value).ok().and_then(T::from_integer))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Option<T>, E> {
        Ok(T::from_float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Option<T>, E> {
        Ok(T::from_text(Cow::Owned(value.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Option<T>, E> {
        Ok(T::from_text(Cow::Borrowed(value)))
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<T>, A::Error> {
        T::from_map(map)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Option<T>, A::Error> {
        T::from_seq(seq)
    }
}

impl<'de> Lenient<'de> for bool {
    fn from_bool(value: bool) -> Option<Self> {
        Some(value)
    }
}

impl<'de> Lenient<'de> for i64 {
    fn from_integer(value: i64) -> Option<Self> {
        Some(value)
    }
}

impl<'de> Lenient<'de> for f64 {
    fn from_integer(value: i64) -> Option<Self> {
        Some(value as f64)
    }

    fn from_float(value: f64) -> Option<Self> {
        Some(value)
    }
}

impl<'de> Lenient<'de> for String {
    fn from_text(value: Cow<'de, str>) -> Option<Self> {
        Some(value.into_owned())
    }
}

impl<'de, T: Lenient<'de>> Lenient<'de> for Option<T> {
    fn from_bool(value: bool) -> Option<Self> {
        T::from_bool(value).map(Some)
    }

    fn from_integer(value: i64) -> Option<Self> {
        T::from_integer(value).map(Some)
    }

    fn from_float(value: f64) -> Option<Self> {
        T::from_float(value).map(Some)
    }

    fn from_text(value: Cow<'de, str>) -> Option<Self> {
        T::from_text(value).map(Some)
    }

    fn from_map<A: MapAccess<'de>>(map: A) -> Result<Option<Self>, A::Error> {
        Ok(T::from_map(map)?.map(Some))
    }

    fn from_seq<A: SeqAccess<'de>>(seq: A) -> Result<Option<Self>, A::Error> {
        Ok(T::from_seq(seq)?.map(Some))
    }
}

/// Objects only; that is all that is ever boxed.
impl<'de, T: Lenient<'de>> Lenient<'de> for Box<T> {
    fn from_map<A: MapAccess<'de>>(map: A) -> Result<Option<Self>, A::Error> {
        Ok(T::from_map(map)?.map(Box::new))
    }
}

/// The elements that fit; the others are left out.
impl<'de, T: Lenient<'de>> Lenient<'de> for Vec<T> {
    fn from_seq<A: SeqAccess<'de>>(mut seq: A) -> Result<Option<Self>, A::Error> {
        let mut all = Self::new();
        while let Some(next) = seq.next_element_seed(Take::new())? {
            all.extend(next);
        }
        Ok(Some(all))
    }
}

/// True when the field is there at all, whatever it holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Present(pub(super) bool);

impl<'de> Lenient<'de> for Present {
    fn from_bool(value: bool) -> Option<Self> {
        Some(Self(value))
    }

    fn from_integer(_: i64) -> Option<Self> {
        Some(Self(true))
    }

    fn from_float(_: f64) -> Option<Self> {
        Some(Self(true))
    }

    fn from_text(_: Cow<'de, str>) -> Option<Self> {
        Some(Self(true))
    }

    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Option<Self>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Some(Self(true)))
    }

    fn from_seq<A: SeqAccess<'de>>(mut seq: A) -> Result<Option<Self>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Some(Self(true)))
    }
}

/// Lets a struct that derives `Deserialize` (every field lenient, so that it
/// fails only on broken JSON) be a lenient field itself; the condition says
/// when it holds enough to be of use.
macro_rules! lenient_object {
    ($type:ty, $it:ident => $stands:expr) => {
        impl<'de> $crate::telegram::lenient::Lenient<'de> for $type {
            fn from_map<A: serde::de::MapAccess<'de>>(map: A) -> Result<Option<Self>, A::Error> {
                let from = serde::de::value::MapAccessDeserializer::new(map);
                let $it: Self = serde::Deserialize::deserialize(from)?;
                Ok(($stands).then_some($it))
            }
        }
    };
}
pub(super) use lenient_object;

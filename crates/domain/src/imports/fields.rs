//! What a column of a file may hold.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Field {
            $($(#[$doc])* $name,)*
        }

        impl Field {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[Field] = &[$(Field::$name),*];

            /// Its name in the API and in `locales/`.
            pub const fn code(self) -> &'static str {
                match self { $(Field::$name => $code,)* }
            }
        }
    };
}

fields! {
    /// The complex: «ЖК Баҳор».
    Complex = "complex",
    /// The street, when it has a column of its own.
    Street = "street",
    /// The building's address, or the house number beside a street.
    Building = "building",
    /// A part of the building: «корпус 2».
    Block = "block",
    /// The entrance's number.
    Entrance = "entrance",
    /// The unit's number.
    Unit = "unit",
    /// The floor.
    Floor = "floor",
    /// The area, in square metres.
    Area = "area",
    /// The personal account.
    Account = "account",
    /// What the unit is: a flat, a parking place.
    Kind = "kind",
    /// A person's name.
    Name = "name",
    /// A person's phone.
    Phone = "phone",
    /// As what the person lives there.
    Role = "role",
}

/// Whether rows can be read by these columns: a unit has to be found.
pub(super) fn suffice(mapping: &[Option<Field>]) -> bool {
    let has = |field| mapping.contains(&Some(field));
    has(Field::Unit) && (has(Field::Building) || has(Field::Street))
}

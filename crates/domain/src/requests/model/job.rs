//! What whoever works on a request sees of it, beside what everybody sees.

use super::{Evidence, Place, Request};
use crate::property::Point;

/// How far from the building still counts as there, in metres: a phone in a yard of houses is not more exact.
pub const THERE: i32 = 150;

/// The mean radius of the Earth, in metres (IUGG).
const EARTH: f64 = 6_371_009.0;

/// What somebody has to do with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// They have it.
    Has,
    /// They help whoever has it.
    Helps,
    /// Nothing, or nothing any more.
    Nothing,
}

/// What whoever works on a request sees beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// What they have to do with it.
    pub part: Part,
    /// On which floor the flat is.
    pub floor: Option<i16>,
    /// What opens the door of the entrance; none for whoever has nothing to do with it.
    pub door_code: Option<String>,
    /// Where the building stands.
    pub point: Option<Point>,
    /// Which one of its kind it is at this home, or at this building where it is nobody's own, within a year.
    pub times: i64,
    /// What the work has to show so far.
    pub evidence: Evidence,
}

impl Job {
    /// How far `from` is from where the request is, in metres; none where nobody knows where that is.
    pub fn metres(&self, request: &Request, from: Point) -> Option<i32> {
        let there = match request.place {
            Place::Point { latitude, longitude } => Some(Point { latitude, longitude }),
            _ => self.point,
        };
        there.map(|there| metres(from, there))
    }

    /// Whether it is known where that is.
    pub fn has_point(&self, request: &Request) -> bool {
        matches!(request.place, Place::Point { .. }) || self.point.is_some()
    }

    /// Whether so many metres away counts as there.
    pub fn is_there(metres: i32) -> bool {
        metres <= THERE
    }
}

/// The great-circle distance by the haversine formula.
fn metres(a: Point, b: Point) -> i32 {
    let (north, south) = (a.latitude.to_radians(), b.latitude.to_radians());
    let (half_up, half_along) = ((south - north) / 2.0, (b.longitude - a.longitude).to_radians() / 2.0);
    let h = half_up.sin().powi(2) + north.cos() * south.cos() * half_along.sin().powi(2);
    // Half of the Earth's girth is 20 million metres.
    #[allow(clippy::cast_possible_truncation, reason = "it fits")]
    let metres = (2.0 * EARTH * h.min(1.0).sqrt().asin()).round() as i32;
    metres
}

/// The number of whoever filed a request, for whoever has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// What to call them.
    pub name: String,
    /// E.164.
    pub number: String,
}

/// What somebody did within a time: the sum of a shift.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Turnout {
    /// How many requests they completed.
    pub done: i64,
    /// What residents gave for their work within it, on average, of five.
    pub rating: Option<f64>,
    /// How often their work was returned.
    pub returns: i64,
    /// What the materials cost, in minor units of the org's currency.
    pub materials: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_is_measured() {
        let point = |latitude, longitude| Point { latitude, longitude };
        let square = point(41.311_081, 69.279_737); // Amir Temur square, Tashkent
        assert_eq!(metres(square, square), 0);
        assert!((metres(square, point(41.312_081, 69.279_737)) - 111).abs() <= 1, "a thousandth of a degree");
        let moscow = metres(square, point(55.755_826, 37.617_3)) / 1000;
        assert!((2750..2850).contains(&moscow), "{moscow} km");
        assert!((metres(point(0.0, 0.0), point(0.0, 180.0)) - 20_015_115).abs() < 10);
    }
}

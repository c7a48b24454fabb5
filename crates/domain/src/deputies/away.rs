//! Who is away at one moment, and whom their work goes to.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::model::Absence;
use crate::ids::MemberId;

/// How far work is passed on: a deputy who is away has a deputy, too.
pub const HOPS_MAX: usize = 5;

/// Those who are away, each with whoever stands in for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Away(BTreeMap<MemberId, Option<MemberId>>);

impl Away {
    /// Whether this member is away.
    pub fn holds(&self, member: MemberId) -> bool {
        self.0.contains_key(&member)
    }

    /// Whom this member's work goes to: the member, while they are there. None when whoever is named is away in turn
    /// and nobody stands in for them, or further than [`HOPS_MAX`] on.
    pub fn stand_in(&self, member: MemberId) -> Option<MemberId> {
        let mut at = member;
        for _ in 0..=HOPS_MAX {
            match self.0.get(&at) {
                None => return Some(at),
                Some(deputy) => at = (*deputy)?,
            }
        }
        None
    }

    /// Who of these absences is away at this moment.
    pub(super) fn at(absences: &[Absence], at: DateTime<Utc>) -> Self {
        let then = absences.iter().filter(|absence| absence.starts_at <= at && at < absence.ends_at);
        then.map(|absence| (absence.member, absence.deputy.as_ref().map(|deputy| deputy.member))).collect()
    }
}

impl<const N: usize> From<[(MemberId, Option<MemberId>); N]> for Away {
    fn from(pairs: [(MemberId, Option<MemberId>); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl FromIterator<(MemberId, Option<MemberId>)> for Away {
    fn from_iter<I: IntoIterator<Item = (MemberId, Option<MemberId>)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// Whether work would go round in a circle at some moment, were `member` away from `from` to `to` with this deputy.
/// Who is away changes only when an absence begins, so those moments are looked at.
pub(super) fn goes_round(
    absences: &[Absence],
    member: MemberId,
    deputy: MemberId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> bool {
    let begins = absences.iter().map(|absence| absence.starts_at).filter(|begins| (from..to).contains(begins));
    std::iter::once(from).chain(begins).any(|at| {
        let Away(away) = Away::at(absences, at);
        let mut next = Some(deputy);
        // As many steps as there are people who are away: a longer walk would be a circle without this member.
        for _ in 0..=away.len() {
            match next {
                Some(who) if who == member => return true,
                Some(who) => next = away.get(&who).copied().flatten(),
                None => return false,
            }
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{
        deputies::StandIn,
        ids::{AbsenceId, PersonId},
    };

    fn member(n: u128) -> MemberId {
        MemberId(Uuid::from_u128(n))
    }

    fn day(n: i64) -> DateTime<Utc> {
        "2026-11-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(n)
    }

    fn absence(who: u128, deputy: u128, from: i64, to: i64) -> Absence {
        let person = PersonId(Uuid::from_u128(deputy));
        Absence {
            id: AbsenceId(Uuid::from_u128(who)),
            member: member(who),
            person: PersonId(Uuid::from_u128(who)),
            name: String::new(),
            deputy: Some(StandIn { member: member(deputy), person, name: String::new() }),
            starts_at: day(from),
            ends_at: day(to),
        }
    }

    #[test]
    fn work_is_passed_on_until_somebody_is_there() {
        let away = Away::from([(member(1), Some(member(2))), (member(2), Some(member(3))), (member(4), None)]);
        assert_eq!(away.stand_in(member(1)), Some(member(3)));
        assert_eq!(away.stand_in(member(3)), Some(member(3)));
        assert_eq!(away.stand_in(member(4)), None);
        let far: Away = (0..=HOPS_MAX as u128).map(|n| (member(n), Some(member(n + 1)))).collect();
        assert_eq!(far.stand_in(member(0)), None, "too far");
        assert_eq!(far.stand_in(member(1)), Some(member(HOPS_MAX as u128 + 1)));
        let round = Away::from([(member(1), Some(member(2))), (member(2), Some(member(1)))]);
        assert_eq!(round.stand_in(member(1)), None, "never round and round");
    }

    #[test]
    fn two_who_stand_in_for_each_other_may_not_be_away_at_once() {
        let there = [absence(1, 2, 0, 10)];
        assert!(goes_round(&there, member(2), member(1), day(9), day(20)));
        assert!(!goes_round(&there, member(2), member(1), day(10), day(20)), "one after the other");
        let later = [absence(1, 2, 5, 10)];
        assert!(goes_round(&later, member(2), member(1), day(0), day(6)), "it begins meanwhile");
        let third = [absence(1, 2, 0, 10), absence(2, 3, 0, 10)];
        assert!(goes_round(&third, member(3), member(1), day(0), day(1)));
    }

    proptest! {
        #[test]
        fn what_is_not_refused_never_goes_round(
            wanted in proptest::collection::vec((0..6_u128, 0..6_u128, 0..20_i64, 1..8_i64), 1..25),
        ) {
            let mut kept: Vec<Absence> = vec![];
            for (who, deputy, from, days) in wanted {
                let new = absence(who, deputy, from, from + days);
                let twice = |it: &Absence| it.member == new.member && it.starts_at < new.ends_at && new.starts_at < it.ends_at;
                if who != deputy && !kept.iter().any(twice)
                    && !goes_round(&kept, new.member, member(deputy), new.starts_at, new.ends_at) {
                    kept.push(new);
                }
            }
            for at in 0..30 {
                let Away(away) = Away::at(&kept, day(at));
                for start in away.keys() {
                    let (mut seen, mut next) = (BTreeSet::new(), Some(*start));
                    while let Some(who) = next {
                        prop_assert!(seen.insert(who), "round and round at day {}", at);
                        next = away.get(&who).copied().flatten();
                    }
                }
            }
        }
    }
}

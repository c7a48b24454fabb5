//! Who is told first when something cannot wait, and who after them.

use std::collections::BTreeSet;

use super::model::{Duty, OnDuty, Turn};
use crate::{
    access::Role,
    deputies::Away,
    ids::{BuildingId, MemberId, PersonId, ShiftId},
};

/// Somebody in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnCall {
    /// Who.
    pub member: MemberId,
    /// The person behind them.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// As what they are on duty; none: they are not, and are called by their role.
    pub duty: Option<Duty>,
    /// The shift that they, or whoever they stand in for, are on duty by.
    pub shift: Option<ShiftId>,
    /// Whether that shift was taken.
    pub is_begun: bool,
    /// For whom they stand in.
    pub instead_of: Option<MemberId>,
}

/// The order in which people are told of something at `building`: whoever is on duty as a dispatcher, then workers,
/// then managers; of each first who took their shift, then whom the roster names, the earlier the sooner. After them,
/// by role, dispatchers and managers where nobody is on duty as such, and the owners at the end: so there is always
/// somebody. Who is away is stood in for; nobody comes twice.
pub fn chain(staff: &[OnDuty], away: &Away, building: Option<BuildingId>) -> Vec<OnCall> {
    let there = |buildings: &[BuildingId]| {
        buildings.is_empty() || building.is_none_or(|building| buildings.contains(&building))
    };
    let everybody = staff;
    let staff: Vec<&OnDuty> = everybody.iter().filter(|who| there(&who.filter.buildings)).collect();
    let turn = |who: &OnDuty| who.shift.clone().filter(|turn| there(&turn.buildings));
    let mut on_duty: Vec<(&OnDuty, Turn)> = staff.iter().filter_map(|who| Some((*who, turn(who)?))).collect();
    on_duty.sort_by_key(|(who, turn)| (turn.duty, !turn.is_begun, turn.since, who.member));
    let is_covered = |duty| on_duty.iter().any(|(_, turn)| turn.duty == duty);
    let by_role = |role: Role| staff.iter().copied().filter(move |who| who.role == role).map(|who| (who, None));
    let fallback = [(Role::Dispatcher, is_covered(Duty::Dispatcher)), (Role::Manager, is_covered(Duty::Manager))];
    let fallback = fallback.into_iter().filter(|(_, is_covered)| !is_covered).flat_map(|(role, _)| by_role(role));
    let all: Vec<_> = fallback.chain(by_role(Role::Owner)).collect();

    let mut seen = BTreeSet::new();
    let called = on_duty.into_iter().map(|(who, turn)| (who, Some(turn))).chain(all);
    called
        .filter_map(|(who, turn)| {
            let stands_in = away.stand_in(who.member)?;
            let stand_in = everybody.iter().find(|other| other.member == stands_in)?;
            seen.insert(stands_in).then(|| OnCall {
                member: stand_in.member,
                person: stand_in.person,
                name: stand_in.name.clone(),
                duty: turn.as_ref().map(|turn| turn.duty),
                shift: turn.as_ref().map(|turn| turn.id),
                is_begun: turn.is_some_and(|turn| turn.is_begun),
                instead_of: (stands_in != who.member).then_some(who.member),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::access::Filter;

    fn noon() -> DateTime<Utc> {
        "2026-11-20T12:00:00Z".parse().unwrap()
    }

    fn member(n: u128) -> MemberId {
        MemberId(Uuid::from_u128(n))
    }

    fn staff(n: u128, role: Role, shift: Option<(Duty, bool, i64)>) -> OnDuty {
        OnDuty {
            member: member(n),
            person: PersonId(Uuid::from_u128(n)),
            name: n.to_string(),
            role,
            filter: Filter::default(),
            shift: shift.map(|(duty, is_begun, hours)| Turn {
                id: ShiftId(Uuid::from_u128(n)),
                duty,
                buildings: vec![],
                is_begun,
                since: noon() - TimeDelta::hours(hours),
                until: noon(),
            }),
        }
    }

    fn names(chain: &[OnCall]) -> String {
        chain.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn duty_goes_before_role_and_what_was_taken_before_what_is_planned() {
        let all = [
            staff(1, Role::Owner, None),
            staff(2, Role::Manager, Some((Duty::Manager, false, 1))),
            staff(3, Role::Worker, Some((Duty::Worker, true, 3))),
            staff(4, Role::Dispatcher, Some((Duty::Dispatcher, false, 9))),
            staff(5, Role::Dispatcher, Some((Duty::Dispatcher, true, 1))),
            staff(6, Role::Dispatcher, None),
            staff(7, Role::Worker, None),
        ];
        assert_eq!(names(&chain(&all, &Away::default(), None)), "5 4 3 2 1");
        let none: Vec<_> = all.iter().map(|who| OnDuty { shift: None, ..who.clone() }).collect();
        assert_eq!(names(&chain(&none, &Away::default(), None)), "4 5 6 2 1", "by role, when nobody is on duty");
    }

    #[test]
    fn who_is_away_is_stood_in_for() {
        let all = [
            staff(1, Role::Owner, None),
            staff(2, Role::Dispatcher, Some((Duty::Dispatcher, true, 1))),
            staff(3, Role::Manager, None),
        ];
        let away = Away::from([(member(2), Some(member(3)))]);
        let called = chain(&all, &away, None);
        assert_eq!((names(&called).as_str(), called[0].instead_of), ("3 1", Some(member(2))));
        let nobody = Away::from([(member(2), None), (member(3), None)]);
        assert_eq!(names(&chain(&all, &nobody, None)), "1");
    }

    #[test]
    fn a_shift_and_a_filter_count_where_they_are() {
        let (here, there) = (BuildingId(Uuid::from_u128(1)), BuildingId(Uuid::from_u128(2)));
        let mut all = [
            staff(1, Role::Owner, None),
            staff(2, Role::Worker, Some((Duty::Worker, true, 1))),
            staff(3, Role::Manager, None),
        ];
        all[1].shift.as_mut().unwrap().buildings = vec![here];
        all[2].filter.buildings = vec![here];
        assert_eq!(names(&chain(&all, &Away::default(), Some(here))), "2 3 1");
        assert_eq!(names(&chain(&all, &Away::default(), Some(there))), "1");
    }

    proptest! {
        #[test]
        fn nobody_comes_twice_and_an_owner_who_is_there_always_comes(
            roles in proptest::collection::vec((0..11_usize, proptest::option::of((0..3_usize, any::<bool>(), 0..9_i64))), 1..12),
            gone in proptest::collection::vec((0..12_u128, proptest::option::of(0..12_u128)), 0..8),
        ) {
            let all: Vec<_> = (0..).zip(&roles).map(|(n, (role, shift))| {
                staff(n, Role::ALL[*role], shift.map(|(duty, begun, hours)| (Duty::ALL[duty], begun, hours)))
            }).collect();
            let away: Away = gone.into_iter().map(|(who, deputy)| (member(who), deputy.map(member))).collect();
            let called = chain(&all, &away, None);
            let distinct: BTreeSet<_> = called.iter().map(|it| it.member).collect();
            prop_assert_eq!(distinct.len(), called.len());
            for who in &called {
                prop_assert_eq!(away.stand_in(who.member), Some(who.member), "whoever is called is there");
            }
            for who in &all {
                if (who.role == Role::Owner || who.shift.is_some()) && away.stand_in(who.member) == Some(who.member) {
                    prop_assert!(distinct.contains(&who.member));
                }
            }
        }
    }
}

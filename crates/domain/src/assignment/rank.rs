//! The ranking itself.

use std::cmp::Reverse;

use super::model::{Candidate, Job, Ranked, Reasons, Strategy};

/// Who could have the job, the best first. Never in it: who is away, and whose buildings are others. By any strategy
/// go first those who can do it and are on duty, then those who can do it, then those who are on duty: so nobody
/// without the skill gets what somebody with it could do. Between equals the one who waited longest, then the oldest
/// member.
pub fn rank(strategy: Strategy, job: &Job, candidates: &[Candidate]) -> Vec<Ranked> {
    let mut able: Vec<(&Candidate, Reasons)> = candidates
        .iter()
        .filter(|who| !who.is_away && works_at(who, job))
        .map(|who| (who, reasons(who, job)))
        .collect();
    able.sort_by_key(|(who, why)| {
        let lacks = why.has_skill == Some(false);
        let (far, open) = (!why.is_near, why.open);
        let by_strategy = match strategy {
            Strategy::InOrder => (false, 0, Reverse(0)),
            Strategy::Evenly => (false, open, Reverse(0)),
            Strategy::ByLoadAndSkill | Strategy::ByHand => (false, open, Reverse(why.rating.unwrap_or(0))),
            Strategy::ByBuilding => (far, open, Reverse(why.rating.unwrap_or(0))),
        };
        (lacks, !why.is_on_shift, by_strategy, who.last_assigned_at, who.member)
    });
    able.into_iter()
        .map(|(who, reasons)| Ranked { member: who.member, person: who.person, name: who.name.clone(), reasons })
        .collect()
}

fn works_at(who: &Candidate, job: &Job) -> bool {
    who.buildings.is_empty() || job.building.is_none_or(|building| who.buildings.contains(&building))
}

fn reasons(who: &Candidate, job: &Job) -> Reasons {
    Reasons {
        has_skill: job.skill.map(|skill| who.skills.contains(&skill)),
        is_on_shift: who.is_on_shift,
        is_near: job.building.is_some_and(|building| who.buildings.contains(&building)),
        open: who.open,
        rating: who.rating,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::model::Strategy;
    use chrono::{DateTime, TimeDelta, Utc};
    use proptest::{prelude::*, strategy::Strategy as Strategy2};
    use uuid::Uuid;

    use super::*;
    use crate::ids::{BuildingId, MemberId, PersonId, SkillId};

    const SKILL: SkillId = SkillId(Uuid::from_u128(1));

    fn noon() -> DateTime<Utc> {
        "2026-11-20T12:00:00Z".parse().unwrap()
    }

    fn building(n: u128) -> BuildingId {
        BuildingId(Uuid::from_u128(n))
    }

    fn who(n: u128) -> Candidate {
        Candidate {
            member: MemberId(Uuid::from_u128(n)),
            person: PersonId(Uuid::from_u128(n)),
            name: n.to_string(),
            skills: BTreeSet::new(),
            open: 0,
            last_assigned_at: None,
            buildings: BTreeSet::new(),
            is_on_shift: true,
            is_away: false,
            rating: None,
        }
    }

    fn order(strategy: Strategy, job: &Job, candidates: &[Candidate]) -> String {
        rank(strategy, job, candidates).iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_strategy_has_its_own_first() {
        let at = |hours| Some(noon() - TimeDelta::hours(hours));
        let here = building(7);
        let near = BTreeSet::from([here]);
        let candidates = [
            Candidate { open: 3, last_assigned_at: at(9), ..who(1) },
            Candidate { open: 0, last_assigned_at: at(1), rating: Some(300), ..who(2) },
            Candidate { open: 0, last_assigned_at: at(0), rating: Some(490), ..who(3) },
            Candidate { open: 5, last_assigned_at: at(2), buildings: near, ..who(4) },
        ];
        let job = Job { skill: None, building: Some(here) };
        for (strategy, expected) in [
            (Strategy::InOrder, "1 4 2 3"),
            (Strategy::Evenly, "2 3 1 4"),
            (Strategy::ByLoadAndSkill, "3 2 1 4"),
            (Strategy::ByHand, "3 2 1 4"),
            (Strategy::ByBuilding, "4 3 2 1"),
        ] {
            assert_eq!(order(strategy, &job, &candidates), expected, "{strategy:?}");
        }
    }

    #[test]
    fn reasons_are_facts() {
        let there = Candidate { open: 2, rating: Some(490), buildings: [building(1)].into(), ..who(1) };
        let job = Job { skill: Some(SKILL), building: Some(building(1)) };
        let ranked = rank(Strategy::ByBuilding, &job, &[there]);
        let expected = Reasons { has_skill: Some(false), is_on_shift: true, is_near: true, open: 2, rating: Some(490) };
        assert_eq!(ranked[0].reasons, expected);
        assert_eq!(
            serde_json::to_string(&expected).unwrap(),
            r#"{"has_skill":false,"is_on_shift":true,"is_near":true,"open":2,"rating":490}"#
        );
    }

    #[test]
    fn whoever_is_away_or_works_elsewhere_is_no_candidate() {
        let away = Candidate { is_away: true, ..who(1) };
        let elsewhere = Candidate { buildings: [building(2)].into(), ..who(2) };
        let job = Job { skill: None, building: Some(building(1)) };
        assert_eq!(order(Strategy::InOrder, &job, &[away, elsewhere.clone(), who(3)]), "3");
        assert_eq!(order(Strategy::InOrder, &Job::default(), &[elsewhere]), "2", "somewhere without an address");
    }

    fn candidates() -> impl Strategy2<Value = Vec<Candidate>> {
        let one = (
            any::<bool>(),
            0..6_u32,
            proptest::option::of(0..100_i64),
            proptest::collection::btree_set(0..3_u128, 0..3),
            any::<bool>(),
            proptest::bool::weighted(0.2),
            proptest::option::of(100..=500_u16),
        );
        proptest::collection::vec(one, 0..10).prop_map(|all| {
            (0..)
                .zip(all)
                .map(|(n, (skilled, open, ago, buildings, is_on_shift, is_away, rating))| Candidate {
                    skills: skilled.then_some(SKILL).into_iter().collect(),
                    open,
                    last_assigned_at: ago.map(|hours| noon() - TimeDelta::hours(hours)),
                    buildings: buildings.into_iter().map(building).collect(),
                    is_on_shift,
                    is_away,
                    rating,
                    ..who(n)
                })
                .collect()
        })
    }

    fn strategies() -> impl Strategy2<Value = Strategy> {
        proptest::sample::select(Strategy::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn nobody_without_the_skill_goes_before_somebody_with_it(
            strategy in strategies(), all in candidates(), place in proptest::option::of(0..3_u128),
        ) {
            let job = Job { skill: Some(SKILL), building: place.map(building) };
            let ranked = rank(strategy, &job, &all);
            let can: Vec<bool> = ranked.iter().map(|it| it.reasons.has_skill == Some(true)).collect();
            prop_assert!(can.is_sorted_by(|a, b| a >= b), "{:?}", ranked);
            let on_shift = |can: bool| ranked.iter().filter(move |it| it.reasons.has_skill == Some(can)).map(|it| it.reasons.is_on_shift);
            prop_assert!(on_shift(true).is_sorted_by(|a, b| a >= b) && on_shift(false).is_sorted_by(|a, b| a >= b));
        }

        #[test]
        fn everybody_who_is_there_is_ranked_once_whatever_order_they_come_in(
            strategy in strategies(), all in candidates(), skill: bool, place in proptest::option::of(0..3_u128), turn in 0..10_usize,
        ) {
            let job = Job { skill: skill.then_some(SKILL), building: place.map(building) };
            let ranked = rank(strategy, &job, &all);
            let distinct: BTreeSet<_> = ranked.iter().map(|it| it.member).collect();
            let there = all.iter().filter(|it| !it.is_away && (it.buildings.is_empty() || place.is_none_or(|n| it.buildings.contains(&building(n)))));
            prop_assert_eq!(&distinct, &there.map(|it| it.member).collect());
            prop_assert_eq!(distinct.len(), ranked.len());
            let mut turned = all.clone();
            if !turned.is_empty() {
                let turn = turn % turned.len();
                turned.rotate_left(turn);
            }
            prop_assert_eq!(rank(strategy, &job, &turned), ranked);
        }

        #[test]
        fn evenly_stays_within_one_of_each_other(people in 1..8_u128, jobs in 1..60_usize) {
            let mut all: Vec<Candidate> = (0..people).map(who).collect();
            for n in 0..jobs {
                give(&mut all, Strategy::Evenly, &Job::default(), n);
            }
            let (least, most) = (all.iter().map(|it| it.open).min(), all.iter().map(|it| it.open).max());
            prop_assert!(most.unwrap() - least.unwrap() <= 1, "{:?}", all.iter().map(|it| it.open).collect::<Vec<_>>());
        }

        #[test]
        fn in_order_everybody_comes_before_anybody_comes_again(people in 1..8_u128, rounds in 1..5_usize) {
            let mut all: Vec<Candidate> = (0..people).map(who).collect();
            for round in 0..rounds {
                let one_round: BTreeSet<_> = (0..all.len())
                    .map(|n| give(&mut all, Strategy::InOrder, &Job::default(), round * 10 + n))
                    .collect();
                prop_assert_eq!(one_round.len(), all.len());
            }
        }
    }

    /// Gives the job to the first of the ranking.
    fn give(all: &mut [Candidate], strategy: Strategy, job: &Job, minute: usize) -> MemberId {
        let first = rank(strategy, job, all)[0].member;
        let chosen = all.iter_mut().find(|it| it.member == first).unwrap();
        chosen.open += 1;
        chosen.last_assigned_at = Some(noon() + TimeDelta::minutes(minute as i64));
        first
    }
}

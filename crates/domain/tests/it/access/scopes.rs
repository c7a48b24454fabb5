//! Scopes: whatever role, teams and filter somebody has, their list shows exactly what an open would show.

use std::collections::BTreeSet;

use domain::{
    access::{self, Actor, Filter, Grants, Permission, Preset, Rights, Role, Scope},
    ids::{BuildingId, RequestId, TeamId},
    property::{self, NewUnit},
    requests::{self, NewRequest, Place},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

/// Small numbers that look random and are the same in every run: SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    fn some<T: Clone>(&mut self, of: &[T]) -> Vec<T> {
        of.iter().filter(|_| self.roll(2) == 0).cloned().collect()
    }
}

/// An office in which requests are at several addresses, with several people, at every stage.
struct World {
    database: TestDatabase,
    office: OrgFixture,
    buildings: Vec<BuildingId>,
    teams: Vec<TeamId>,
    requests: Vec<RequestId>,
}

async fn world(dice: &mut Dice) -> anyhow::Result<World> {
    let (database, office) = fixtures::office().await?;
    let [bobur, akmal] = &office.workers;
    let mut tx = database.db().tenant(office.org).await?;
    let mut teams = vec![];
    for (name, members) in [("Сантехники", vec![bobur]), ("Все", vec![bobur, akmal]), ("Никто", vec![])]
    {
        let members: Vec<_> = members.iter().filter_map(|person| person.actor.member()).collect();
        teams.push(access::create_team(&mut tx, &office.owner.actor, name, &members).await?.id);
    }
    let mut units = vec![];
    for address in ["Навои, 1", "Навои, 2"] {
        let new = NewUnit { address, number: "7", entrance: None, floor: None, phone: None };
        let unit = property::add_unit(&mut tx, &Actor::System, &new).await?.unit;
        for who in [&office.residents[0], &office.residents[1], bobur, akmal, &office.dispatcher] {
            property::move_in(&mut tx, who.id(), unit).await?;
        }
        units.push(unit);
    }
    let mut requests = vec![];
    for at in 0..24 {
        let who = [&office.residents[0], &office.residents[1], bobur, akmal, &office.dispatcher][at % 5];
        let unit = [Some(units[0]), Some(units[1]), None][dice.roll(3)];
        let new = NewRequest {
            place: Place::Yard,
            unit,
            reporter: Some(who.id()),
            ..fixtures::request(&office, "yard", "Фонарь")
        };
        // The desk files for whoever asks, as often as it likes.
        let id = requests::file(&mut tx, &Actor::System, &new).await?.id;
        let worker = &office.workers[dice.roll(2)].actor;
        let stage = dice.roll(5);
        if stage > 0 {
            requests::take(&mut tx, worker, id).await?;
        }
        if stage > 1 {
            requests::complete(&mut tx, worker, id, None).await?;
        }
        match stage {
            3 => drop(requests::accept(&mut tx, &who.actor, id).await?),
            4 => drop(requests::return_to_work(&mut tx, &who.actor, id).await?),
            _ => {}
        }
        requests.push(id);
    }
    let mut buildings = BTreeSet::new();
    for id in &requests {
        buildings.extend(requests::get(&mut tx, &Actor::System, *id).await?.building);
    }
    tx.commit().await?;
    Ok(World { database, office, buildings: buildings.into_iter().collect(), teams, requests })
}

/// Somebody of the office with rights of any kind.
fn somebody(dice: &mut Dice, world: &World) -> Actor {
    let office = &world.office;
    let who = [&office.workers[0], &office.workers[1], &office.dispatcher, &office.owner][dice.roll(4)];
    let (person, member) = (who.id(), who.actor.member().unwrap());
    let role = Role::ALL[dice.roll(Role::ALL.len())];
    let mut grants = Preset::Member(role).grants().clone();
    if dice.roll(2) == 0 {
        let scope = |dice: &mut Dice| Scope::ALL.get(dice.roll(6)).copied();
        grants = Grants::NONE;
        grants.set(Permission::RequestsRead, scope(dice));
        grants.set(Permission::RequestsTake, scope(dice));
    }
    let filter = Filter { buildings: dice.some(&world.buildings), ..Filter::default() };
    let rights = Rights::of(grants).within(filter).in_teams(dice.some(&world.teams));
    Actor::Member { person, member, role, rights }
}

#[tokio::test]
async fn a_list_shows_exactly_what_an_open_would_show() -> anyhow::Result<()> {
    let mut dice = Dice(2026);
    let world = world(&mut dice).await?;
    let mut people: Vec<Actor> = (0..150).map(|_| somebody(&mut dice, &world)).collect();
    people.extend(world.office.residents.iter().map(|resident| resident.actor.clone()));
    let mut sizes = BTreeSet::new();
    let mut tx = world.database.db().tenant(world.office.org).await?;
    for actor in &people {
        let mut opened = BTreeSet::new();
        for id in &world.requests {
            match requests::get(&mut tx, actor, *id).await {
                Ok(_) => {
                    requests::seen_because(&mut tx, actor, *id).await?;
                    opened.insert(*id);
                }
                Err(error) => assert!(["not_found", "forbidden"].contains(&error.code()), "{error}"),
            }
        }
        let listed = match requests::list(&mut tx, actor, &requests::Filter::default(), None, 100).await {
            Ok(listed) => listed.into_iter().map(|it| it.id).collect(),
            Err(error) => {
                assert_eq!(error.code(), "forbidden");
                BTreeSet::new()
            }
        };
        assert_eq!(listed, opened, "{actor:?}");
        let open: BTreeSet<_> = requests::list_waiting(&mut tx, actor).await.unwrap_or_default().into_iter().collect();
        assert!(open.is_subset(&listed), "{actor:?}");
        sizes.insert(listed.len());
    }
    assert!(
        sizes.contains(&0) && sizes.contains(&world.requests.len()) && sizes.len() > 6,
        "too much alike: {sizes:?}"
    );
    Ok(())
}

/// S2-67, K2: a manager of some houses sees, takes and finishes what is there, and nothing elsewhere.
#[tokio::test]
async fn a_filter_of_buildings_ends_at_their_walls() -> anyhow::Result<()> {
    let mut dice = Dice(7);
    let world = world(&mut dice).await?;
    let (office, here) = (&world.office, world.buildings[0]);
    let filter = Filter { buildings: vec![here], ..Filter::default() };
    let rights = Rights::of(Preset::Member(Role::Manager).grants().clone()).within(filter);
    let (person, member) = (office.owner.id(), office.owner.actor.member().unwrap());
    let manager = Actor::Member { person, member, role: Role::Manager, rights };
    let (mut inside, mut outside) = (0, 0);
    for id in &world.requests {
        let mut tx = world.database.db().tenant(office.org).await?;
        let request = requests::get(&mut tx, &Actor::System, *id).await?;
        let (seen, taken) = (
            requests::get(&mut tx, &manager, *id).await.map(drop),
            requests::take(&mut tx, &manager, *id).await.map(drop),
        );
        if request.building == Some(here) {
            inside += 1;
            seen?;
            assert!(
                taken.map_err(|error| error.code()).is_ok_and(|()| true)
                    || request.assignee.is_some()
                    || !matches!(request.status, requests::Status::New | requests::Status::Returned)
            );
        } else {
            outside += 1;
            assert_eq!((seen.unwrap_err().code(), taken.unwrap_err().code()), ("not_found", "not_found"));
        }
    }
    assert!(inside > 2 && outside > 2);
    Ok(())
}

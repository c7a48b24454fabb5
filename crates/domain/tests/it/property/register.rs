//! Complexes, buildings, entrances, risers and units: added, found, edited, archived, by whoever reaches them.

use domain::{
    Result, TenantTx,
    access::{Actor, Filter, Role},
    ids::{BuildingId, ResidentId},
    members,
    property::{
        self, Building, BuildingFacts, BuildingsWanted, ComplexFacts, EntranceFacts, NewResident, Point, ResidentRole,
        RiserFacts, RiserKind, Unit, UnitFacts, UnitKind, UnitsWanted,
    },
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, PHONES},
};

fn at(address: &str) -> BuildingFacts {
    BuildingFacts { address: address.to_owned(), ..BuildingFacts::default() }
}

fn numbers(units: &[Unit]) -> Vec<&str> {
    units.iter().map(|unit| unit.facts.number.as_str()).collect()
}

async fn found(tx: &mut TenantTx, actor: &Actor, q: &str) -> Result<Vec<String>> {
    let wanted = UnitsWanted { q: Some(q), ..UnitsWanted::default() };
    let units = property::list_units(tx, actor, &wanted).await?;
    Ok(units.iter().map(|unit| format!("{}, {}", unit.address, unit.facts.number)).collect())
}

/// A dispatcher whose work is limited to one building.
async fn limited(database: &TestDatabase, office: &OrgFixture, role: Role, to: BuildingId) -> anyhow::Result<Actor> {
    let id = office.dispatcher.actor.member().unwrap();
    let filter = Filter { buildings: vec![to], ..Filter::default() };
    let change = members::Change { role: Some(role), filter: Some(filter) };
    let owner = &office.owner.actor;
    database.tenant(office.org, async |tx| members::change(tx, owner, id, None, &change).await).await?;
    Ok(database.tenant(office.org, async |tx| Actor::load(tx, office.dispatcher.id()).await).await?)
}

#[tokio::test]
async fn a_house_is_built_edited_and_pulled_down() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let mut tx = database.db().tenant(office.org).await?;
    let named = ComplexFacts { name: " ЖК  Навруз ".into(), ..ComplexFacts::default() };
    let complex = property::add_complex(&mut tx, owner, &named).await?;
    assert_eq!(complex.facts.name, "ЖК Навруз");
    let facts = BuildingFacts {
        complex: Some(complex.id),
        point: Some(Point { latitude: 41.31, longitude: 69.24 }),
        floors: Some(9),
        ..at("ул. Навои, 5")
    };
    let house = property::add_building(&mut tx, owner, &facts).await?;
    assert_eq!((house.complex_name.as_deref(), house.version), (Some("ЖК Навруз"), 1));
    let door = EntranceFacts { number: 2, door_code: Some("12К34".into()), note: None };
    let door = property::add_entrance(&mut tx, owner, house.id, &door).await?;
    let flat = UnitFacts {
        entrance: Some(door.id),
        area_cm2: Some(543_000),
        account: Some("77-001".into()),
        ..UnitFacts::flat("42")
    };
    let flat = property::create_unit(&mut tx, owner, house.id, &flat).await?;
    assert_eq!(flat.entrance_number, Some(2));
    let riser = RiserFacts {
        entrance: Some(door.id),
        kind: RiserKind::HotWater,
        name: "Кухни".into(),
        note: None,
        units: vec![flat.id],
    };
    let riser = property::add_riser(&mut tx, owner, house.id, &riser).await?;
    assert_eq!(property::riser_units(&mut tx, owner, riser.id).await?, [flat.id]);

    let edited = BuildingFacts { floors: Some(10), ..house.facts.clone() };
    let edited = property::edit_building(&mut tx, owner, house.id, Some(1), &edited).await?;
    assert_eq!((edited.facts.floors, edited.version, edited.units), (Some(10), 2, 1));
    let late = property::edit_building(&mut tx, owner, house.id, Some(1), &at("другой")).await.unwrap_err();
    assert_eq!(late.code(), "changed_meanwhile");

    for full in [
        property::archive_complex(&mut tx, owner, complex.id, None).await,
        property::archive_building(&mut tx, owner, house.id, None).await,
        property::archive_entrance(&mut tx, owner, door.id, None).await,
    ] {
        assert_eq!(full.unwrap_err().code(), "not_empty");
    }
    property::archive_riser(&mut tx, owner, riser.id, None).await?;
    property::archive_unit(&mut tx, owner, flat.id, None).await?;
    property::archive_entrance(&mut tx, owner, door.id, None).await?;
    property::archive_building(&mut tx, owner, house.id, None).await?;
    property::archive_complex(&mut tx, owner, complex.id, None).await?;
    assert!(property::unit(&mut tx, owner, flat.id).await?.archived_at.is_some(), "what was is still opened");
    assert_eq!(property::invitation(&mut tx, &flat.invite).await.unwrap_err().code(), "unit_unknown");
    assert_eq!(property::sticker(&mut tx, &door.sticker).await.unwrap_err().code(), "unit_unknown");
    assert!(property::list_complexes(&mut tx, owner).await?.is_empty());
    // The name and the address are free again.
    property::add_complex(&mut tx, owner, &named).await?;
    property::add_building(&mut tx, owner, &at("УЛ. НАВОИ, 5")).await?;
    let twice = property::add_building(&mut tx, owner, &at("ул. навои,  5")).await.unwrap_err();
    assert_eq!(twice.code(), "building_exists");
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_is_told_by_its_field() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let home = database.tenant(office.org, async |tx| property::unit(tx, owner, office.units[0].unit).await).await?;
    let (other, foreign) = database
        .tenant(office.org, async |tx| {
            let other = property::add_building(tx, owner, &at("Другой дом")).await?.id;
            let facts = EntranceFacts { number: 1, ..EntranceFacts::default() };
            Ok((other, property::add_entrance(tx, owner, other, &facts).await?.id))
        })
        .await?;
    let flat = UnitFacts::flat;
    for (facts, code) in [
        (flat(""), "unit_number_invalid"),
        (UnitFacts { floor: Some(500), ..flat("1") }, "floor_invalid"),
        (UnitFacts { area_cm2: Some(0), ..flat("1") }, "area_invalid"),
        (UnitFacts { account: Some("7".repeat(41)), ..flat("1") }, "account_invalid"),
        (UnitFacts { note: Some("я".repeat(1001)), ..flat("1") }, "note_invalid"),
        (UnitFacts { entrance: Some(foreign), ..flat("1") }, "entrance_unknown"),
        (flat("12"), "unit_exists"),
    ] {
        let refused =
            database.tenant(office.org, async |tx| property::create_unit(tx, owner, home.building, &facts).await).await;
        assert_eq!(refused.unwrap_err().code(), code);
    }
    let account = UnitFacts { account: Some("1".into()), ..flat("1") };
    database.tenant(office.org, async |tx| property::create_unit(tx, owner, other, &account).await).await?;
    let taken = UnitFacts { account: Some("1".into()), ..flat("2") };
    let taken = database.tenant(office.org, async |tx| property::create_unit(tx, owner, other, &taken).await).await;
    assert_eq!(taken.unwrap_err().code(), "account_taken");
    for (facts, code) in [
        (at(" "), "address_invalid"),
        (BuildingFacts { floors: Some(0), ..at("а") }, "floors_invalid"),
        (BuildingFacts { entrances: Some(100), ..at("а") }, "entrances_invalid"),
        (BuildingFacts { point: Some(Point { latitude: 91.0, longitude: 0.0 }), ..at("а") }, "point_invalid"),
        (BuildingFacts { point: Some(Point { latitude: f64::NAN, longitude: 0.0 }), ..at("а") }, "point_invalid"),
    ] {
        let refused = database.tenant(office.org, async |tx| property::add_building(tx, owner, &facts).await).await;
        assert_eq!(refused.unwrap_err().code(), code);
    }
    let mixed = RiserFacts {
        entrance: None,
        kind: RiserKind::Heating,
        name: "1".into(),
        note: None,
        units: vec![office.units[0].unit],
    };
    let mixed = database.tenant(office.org, async |tx| property::add_riser(tx, owner, other, &mixed).await).await;
    assert_eq!(mixed.unwrap_err().code(), "units_invalid", "a riser goes through one building");
    Ok(())
}

#[tokio::test]
async fn a_unit_is_found_by_whatever_is_known_of_it() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let mut tx = database.db().tenant(office.org).await?;
    let house = property::add_building(&mut tx, owner, &at("ул. Навои, 5")).await?.id;
    for (number, kind) in
        [("10", UnitKind::Flat), ("2", UnitKind::Flat), ("2А", UnitKind::Commercial), ("100", UnitKind::Parking)]
    {
        let account = Some(format!("ЛС-{number}"));
        let facts = UnitFacts { kind, account, ..UnitFacts::flat(number) };
        property::create_unit(&mut tx, owner, house, &facts).await?;
    }
    let here = UnitsWanted { building: Some(house), ..UnitsWanted::default() };
    let all = property::list_units(&mut tx, owner, &here).await?;
    assert_eq!(numbers(&all), ["2", "2А", "10", "100"], "as people count");
    let mut paged: Vec<String> = vec![];
    let mut after = None;
    loop {
        let page = property::list_units(&mut tx, owner, &UnitsWanted { after, limit: 3, ..here.clone() }).await?;
        after = page.last().map(|unit| unit.id);
        paged.extend(page.iter().map(|unit| unit.facts.number.clone()));
        if page.len() < 3 {
            break;
        }
    }
    assert_eq!(paged, ["2", "2А", "10", "100"]);
    let parking = UnitsWanted { kind: Some(UnitKind::Parking), ..here };
    assert_eq!(numbers(&property::list_units(&mut tx, owner, &parking).await?), ["100"]);

    let new = NewResident {
        unit: all[2].id,
        person: None,
        phone: Some("+998 91 765-43-21"),
        name: Some("Юсупова Дилноза"),
        role: Some(ResidentRole::Owner),
    };
    property::add_resident(&mut tx, owner, &new).await?;
    let one = ["ул. Навои, 5, 10".to_owned()];
    for q in ["юсуп", "навои 10", "лс-10 дилноза", "+998 (91) 765-43-21", "7654321", "76543"] {
        let expected: &[String] = &one;
        let found: Vec<_> = found(&mut tx, owner, q).await?.into_iter().filter(|at| !at.ends_with("100")).collect();
        assert_eq!(found, expected, "{q}");
    }
    assert_eq!(found(&mut tx, owner, "анна").await?, [format!("{}, 12", office.building)], "who confirmed their phone");
    assert_eq!(found(&mut tx, owner, PHONES[0]).await?.len(), 1);
    assert!(found(&mut tx, owner, "10%").await?.is_empty() && found(&mut tx, owner, "_0").await?.is_empty());
    // Whoever does not see residents does not find by them.
    let member = members::Change { role: Some(Role::Member), filter: None };
    members::change(&mut tx, owner, office.dispatcher.actor.member().unwrap(), None, &member).await?;
    let member = Actor::load(&mut tx, office.dispatcher.id()).await?;
    assert!(found(&mut tx, &member, "юсуп").await?.is_empty());
    assert_eq!(found(&mut tx, &member, "навои 10").await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn who_is_limited_to_a_building_sees_that_one_alone() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let (theirs, other, flat, listed) = database
        .tenant(office.org, async |tx| {
            let theirs = property::unit(tx, owner, office.units[0].unit).await?.building;
            let foreign = ComplexFacts { name: "Чужой".into(), ..Default::default() };
            let complex = Some(property::add_complex(tx, owner, &foreign).await?.id);
            let other = property::add_building(tx, owner, &BuildingFacts { complex, ..at("Другой дом") }).await?.id;
            let flat = property::create_unit(tx, owner, other, &UnitFacts::flat("1")).await?.id;
            let new = NewResident { unit: flat, person: None, phone: None, name: Some("Карим"), role: None };
            Ok((theirs, other, flat, property::add_resident(tx, owner, &new).await?.id))
        })
        .await?;
    let manager = limited(&database, &office, Role::Manager, theirs).await?;
    let mut tx = database.db().tenant(office.org).await?;
    let tx = &mut tx;
    let ids = |buildings: Vec<Building>| buildings.iter().map(|building| building.id).collect::<Vec<_>>();
    assert_eq!(ids(property::list_buildings(tx, &manager, &BuildingsWanted::default()).await?), [theirs]);
    assert!(property::list_complexes(tx, &manager).await?.is_empty());
    let units = property::list_units(tx, &manager, &UnitsWanted::default()).await?;
    assert!(units.len() == office.units.len() && units.iter().all(|unit| unit.building == theirs));
    let residents = property::list_residents(tx, &manager, &Default::default()).await?;
    assert!(!residents.is_empty() && residents.iter().all(|resident| resident.building == theirs));

    async fn opened(
        tx: &mut TenantTx,
        actor: &Actor,
        at: (BuildingId, domain::ids::UnitId, ResidentId),
    ) -> Vec<String> {
        fn code<T>(done: Result<T>) -> String {
            done.map_or_else(|error| error.code().to_owned(), |_| "done".to_owned())
        }
        let facts = EntranceFacts { number: 50, ..EntranceFacts::default() };
        vec![
            code(property::building(tx, actor, at.0).await),
            code(property::list_entrances(tx, actor, at.0).await),
            code(property::add_entrance(tx, actor, at.0, &facts).await),
            code(property::unit(tx, actor, at.1).await),
            code(property::edit_unit(tx, actor, at.1, None, &UnitFacts::flat("1")).await),
            code(property::resident(tx, actor, at.2).await),
        ]
    }
    assert_eq!(opened(tx, &manager, (other, flat, listed)).await, ["not_found"; 6]);
    let new = property::add_building(tx, &manager, &at("Ещё один")).await.unwrap_err();
    assert_eq!(new.code(), "forbidden", "it would be outside what they see");
    let facts = EntranceFacts { number: 50, ..EntranceFacts::default() };
    property::add_entrance(tx, &manager, theirs, &facts).await?;

    // A worker has no register; a resident neither.
    for actor in [&office.workers[0].actor, &office.residents[0].actor] {
        assert_eq!(property::list_units(tx, actor, &UnitsWanted::default()).await.unwrap_err().code(), "forbidden");
        assert_eq!(property::list_residents(tx, actor, &Default::default()).await.unwrap_err().code(), "forbidden");
        assert_eq!(opened(tx, actor, (other, flat, listed)).await, ["forbidden"; 6]);
    }
    Ok(())
}

#[tokio::test]
async fn a_door_code_is_never_in_the_log() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    database
        .tenant(office.org, async |tx| {
            let house = property::unit(tx, owner, office.units[0].unit).await?.building;
            let door = property::list_entrances(tx, owner, house).await?.remove(0);
            let facts = EntranceFacts { door_code: Some("СЕЗАМ".into()), ..door.facts.clone() };
            property::edit_entrance(tx, owner, door.id, None, &facts).await?;
            let facts = EntranceFacts { door_code: Some("ОТКРОЙСЯ".into()), ..facts };
            property::edit_entrance(tx, owner, door.id, None, &facts).await
        })
        .await?;
    let mut superuser = database.superuser().await?;
    let told: Vec<String> =
        sqlx::query_scalar("select data::text from events where kind = 'property_edited' order by id")
            .fetch_all(&mut superuser)
            .await?;
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|data| data.contains("door_code") && !data.contains("СЕЗАМ") && !data.contains("ОТКРОЙ")));
    Ok(())
}

#[tokio::test]
async fn a_link_that_was_renewed_opens_and_the_one_before_does_not() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, link) = (&office.owner.actor, &office.units[0]);
    let mut tx = database.db().tenant(office.org).await?;
    let unit = property::renew_invite(&mut tx, owner, link.unit).await?;
    assert_ne!(unit.invite, link.invite);
    assert_eq!(property::invitation(&mut tx, &unit.invite).await?.unit, link.unit);
    assert_eq!(property::invitation(&mut tx, &link.invite).await.unwrap_err().code(), "unit_unknown");
    let door = property::list_entrances(&mut tx, owner, unit.building).await?.remove(0);
    let renewed = property::renew_sticker(&mut tx, owner, door.id).await?;
    assert_eq!(property::sticker(&mut tx, &renewed.sticker).await?.number, 1);
    assert_eq!(property::sticker(&mut tx, &door.sticker).await.unwrap_err().code(), "unit_unknown");
    Ok(())
}

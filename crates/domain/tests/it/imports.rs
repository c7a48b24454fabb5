//! The register from a file: looked at, loaded in one go, loaded again, and taken back.

use std::time::Duration;

use domain::{
    Result,
    access::{Actor, Filter},
    ids::ImportId,
    imports::{self, ErrorsAfter, Fault, Field, Import, ImportState, NewImport, Outcome, SheetRow, Undone, Work},
    members,
    property::{self, ResidentRole, ResidentsWanted, UnitFacts, UnitsWanted},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

const HEAD: &str = "ЖК;Дом;Подъезд;Кв.;Этаж;Площадь;Л/с;ФИО;Телефон;Роль";

fn sheet(lines: &[&str]) -> Vec<SheetRow> {
    let cells = |line: &str| line.split(';').map(str::to_owned).collect();
    (1..).zip(lines).map(|(number, line)| SheetRow { number, cells: cells(line) }).collect()
}

/// Takes the lines in, without looking at them.
async fn received(database: &TestDatabase, office: &OrgFixture, lines: &[&str]) -> Result<Import> {
    let rows = sheet(lines);
    database
        .tenant(office.org, async |tx| {
            let new = NewImport { file_name: "реестр.csv", source: None, chat: None };
            let (id, fresh) = imports::receive(tx, &office.owner.actor, &new).await?;
            assert!(fresh);
            imports::stage(tx, id, &rows).await?;
            imports::list_columns(tx, id).await
        })
        .await
}

/// Does what the jobs are for.
async fn run(database: &TestDatabase, office: &OrgFixture, id: ImportId) -> Result<Import> {
    imports::run(database.db(), Work { org_id: office.org, import: id }).await?;
    database.tenant(office.org, async |tx| imports::get(tx, &office.owner.actor, id).await).await
}

async fn loaded(database: &TestDatabase, office: &OrgFixture, lines: &[&str]) -> Result<Import> {
    let import = received(database, office, lines).await?;
    let checked = run(database, office, import.id).await?;
    assert_eq!(checked.state, ImportState::Checked);
    database.tenant(office.org, async |tx| imports::load(tx, &office.owner.actor, import.id).await).await?;
    run(database, office, import.id).await
}

async fn undone(database: &TestDatabase, office: &OrgFixture, id: ImportId) -> Result<Import> {
    database.tenant(office.org, async |tx| imports::undo(tx, &office.owner.actor, id).await).await
}

async fn units(database: &TestDatabase, office: &OrgFixture, q: &str) -> Result<Vec<property::Unit>> {
    let wanted = UnitsWanted { q: Some(q), ..UnitsWanted::default() };
    database.tenant(office.org, async |tx| property::list_units(tx, &office.owner.actor, &wanted).await).await
}

fn lines<'a>(rows: &[&'a str]) -> Vec<&'a str> {
    [&[HEAD], rows].concat()
}

#[tokio::test]
async fn a_file_becomes_the_register() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let file = lines(&[
        "Навруз;ул. Навои, 5;1;1;1;45,1;100200;Анна Каримова;901234567;собственник",
        "навруз;ул. Навои, 5;1;1;;;;Тимур Каримов;90 123-45-68;семья",
        "Навруз;УЛ. НАВОИ, 5;1;2;1;60;100201;Без телефона;;",
        "Навруз;ул. Навои, 5;2;3А;2;;;;;",
        ";ул. Навои, 7;;1;;;;;8 (916) 123-45-67;арендатор",
    ]);
    let import = loaded(&database, &office, &file).await?;
    assert_eq!((import.state, import.rows, import.ok, import.wrong), (ImportState::Loaded, 5, 5, 0));
    let made = Outcome { complexes: 1, buildings: 2, entrances: 2, units: 4, people: 4, changed: 0, undone: None };
    assert_eq!(import.outcome, Some(made));

    let found = units(&database, &office, "навои").await?;
    let seen: Vec<_> = found
        .iter()
        .map(|unit| (unit.address.as_str(), unit.facts.number.as_str(), unit.entrance_number, unit.facts.floor))
        .collect();
    assert_eq!(
        seen,
        [
            ("ул. Навои, 5", "1", Some(1), Some(1)),
            ("ул. Навои, 5", "2", Some(1), Some(1)),
            ("ул. Навои, 5", "3А", Some(2), Some(2)),
            ("ул. Навои, 7", "1", None, None),
        ]
    );
    assert_eq!((found[0].facts.area_cm2, found[0].facts.account.as_deref()), (Some(451_000), Some("100200")));
    let wanted = ResidentsWanted { unit: Some(found[0].id), ..ResidentsWanted::default() };
    let people = database
        .tenant(office.org, async |tx| property::list_residents(tx, &office.owner.actor, &wanted).await)
        .await?;
    let people: Vec<_> = people.iter().map(|one| (one.name.as_deref(), one.phone.as_deref(), one.role)).collect();
    assert!(people.contains(&(Some("Анна Каримова"), Some("+998901234567"), Some(ResidentRole::Owner))), "{people:?}");
    assert_eq!(people.len(), 2);
    Ok(())
}

#[tokio::test]
async fn the_same_file_again_adds_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let file = lines(&[
        "Навруз;ул. Навои, 5;1;1;1;45,1;100200;Анна;901234567;собственник",
        "Навруз;ул. Навои, 5;1;2;;;;Без телефона;;",
    ]);
    let first = loaded(&database, &office, &file).await?;
    let again = loaded(&database, &office, &file).await?;
    assert_ne!(first.id, again.id);
    assert_eq!((again.state, again.outcome), (ImportState::Loaded, Some(Outcome::default())));
    assert_eq!(run(&database, &office, again.id).await?, again, "a job that runs again does nothing");
    Ok(())
}

#[tokio::test]
async fn rows_that_are_wrong_are_said_and_left_out() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let file = lines(&[
        ";ул. Навои, 5;1;1;1;45,1;100200;Анна;901234567;собственник",
        ";ул. Навои, 5;1;1;2;;;Тимур;901234568;", // another floor of the same flat
        ";ул. Навои, 5;1;2;;;100200;;;",          // the account of the first flat
        ";;сто;;;;;;12;кошка",
        ";ул. Навои, 5;1;4;;;;;;",
    ]);
    let import = received(&database, &office, &file).await?;
    let import = run(&database, &office, import.id).await?;
    assert_eq!((import.ok, import.wrong), (2, 3));
    let owner = &office.owner.actor;
    let wrong = database
        .tenant(office.org, async |tx| imports::wrong_rows(tx, owner, import.id, ErrorsAfter::default(), 10).await)
        .await?;
    let said: Vec<Vec<_>> = wrong.iter().map(|row| row.problems.iter().map(|p| (p.0, p.1)).collect()).collect();
    assert_eq!(wrong.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(said[0], [(Field::Floor, Fault::Differs)]);
    assert_eq!(said[1], [(Field::Account, Fault::AccountTaken)]);
    assert_eq!(
        said[2],
        [
            (Field::Building, Fault::Missing),
            (Field::Entrance, Fault::NotAnEntrance),
            (Field::Unit, Fault::Missing),
            (Field::Phone, Fault::NotAPhone),
            (Field::Role, Fault::UnknownRole),
        ]
    );
    database.tenant(office.org, async |tx| imports::load(tx, owner, import.id).await).await?;
    let import = run(&database, &office, import.id).await?;
    assert_eq!(import.outcome.map(|outcome| (outcome.units, outcome.people)), Some((2, 1)));
    Ok(())
}

#[tokio::test]
async fn undoing_takes_back_what_nobody_has_used_since() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let before = units(&database, &office, &office.building).await?;
    let flat = &before[0];
    let known = format!(";{};1;{};7;;555;;;", office.building, flat.facts.number);
    let file = lines(&[
        &known,
        ";ул. Навои, 5;1;1;;;;Анна;901234567;",
        ";ул. Навои, 5;1;2;;;;Пётр;901234568;",
        ";ул. Навои, 5;1;3;;;;;;",
        "Навруз;ул. Навои, 9;1;1;;;;;;",
    ]);
    let import = loaded(&database, &office, &file).await?;
    let made = Outcome { complexes: 1, buildings: 2, entrances: 2, units: 4, people: 2, changed: 1, undone: None };
    assert_eq!(import.outcome, Some(made));
    // Somebody goes on with two of the flats: one is edited, into the other a person moves.
    let found = units(&database, &office, "навои, 5").await?;
    database
        .tenant(office.org, async |tx| {
            let facts = UnitFacts { note: Some("ключ у соседа".into()), ..found[2].facts.clone() };
            property::edit_unit(tx, owner, found[2].id, None, &facts).await?;
            property::move_in(tx, office.residents[0].id(), found[1].id).await
        })
        .await?;

    let import = undone(&database, &office, import.id).await?;
    // Gone: two people, two flats, the entrance and the house of № 9, the complex. What is used keeps its house.
    let expected = Undone { removed: 7, restored: 1, kept_used: 3, kept_changed: 1 };
    assert_eq!((import.state, import.outcome.unwrap().undone), (ImportState::Undone, Some(expected)));
    let left = units(&database, &office, "навои").await?;
    assert_eq!(left.iter().map(|unit| unit.id).collect::<Vec<_>>(), [found[1].id, found[2].id]);
    let after = units(&database, &office, &office.building).await?;
    assert_eq!(after[0].facts, flat.facts, "as it was before");
    assert_eq!(undone(&database, &office, import.id).await.unwrap_err().code(), "import_not_loaded");
    // And what is gone can come again.
    let again = loaded(&database, &office, &file).await?;
    assert_eq!(again.outcome.map(|outcome| (outcome.units, outcome.people)), Some((2, 2)));
    Ok(())
}

#[tokio::test]
async fn after_a_day_it_stays_as_it_is_and_its_rows_are_forgotten() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let import = loaded(&database, &office, &lines(&[";ул. Навои, 5;1;1;;;;;;"])).await?;
    database.source().advance(Duration::from_hours(24));
    assert_eq!(undone(&database, &office, import.id).await.unwrap_err().code(), "import_undo_late");
    let mut system = database.db().system().await?;
    assert_eq!(imports::forget_old(&mut system).await?, 2);
    system.commit().await?;
    Ok(())
}

#[tokio::test]
async fn whoever_confirmed_the_phone_before_lives_there_from_now_on() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let phone = fixtures::PHONES[0];
    let row = format!(";ул. Навои, 5;1;1;;;;;{phone};собственник");
    loaded(&database, &office, &lines(&[&row])).await?;
    let homes = database.tenant(office.org, async |tx| property::homes(tx, &office.residents[0].actor).await).await?;
    assert_eq!(homes.len(), 2, "{homes:?}");
    Ok(())
}

#[tokio::test]
async fn columns_that_nobody_recognizes_are_named_by_a_person() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let import = received(&database, &office, &["ул. Навои, 5;1;901234567", "ул. Навои, 5;2;901234568"]).await?;
    assert_eq!((import.state, import.head, import.rows), (ImportState::Unmapped, 0, 2));
    assert_eq!(import.columns, ["A", "B", "C"]);
    let map = async |mapping: &[Option<Field>]| {
        database.tenant(office.org, async |tx| imports::map(tx, owner, import.id, None, mapping).await).await
    };
    for mapping in [
        &[Some(Field::Building), Some(Field::Phone), None][..],
        &[Some(Field::Building), Some(Field::Unit)],
        &[Some(Field::Building), Some(Field::Unit), Some(Field::Unit)],
    ] {
        assert_eq!(map(mapping).await.unwrap_err().code(), "import_mapping_invalid");
    }
    let load = database.tenant(office.org, async |tx| imports::load(tx, owner, import.id).await).await;
    assert_eq!(load.unwrap_err().code(), "import_not_checked");
    map(&[Some(Field::Building), Some(Field::Unit), Some(Field::Phone)]).await?;
    let import = run(&database, &office, import.id).await?;
    assert_eq!((import.state, import.ok), (ImportState::Checked, 2));
    Ok(())
}

#[tokio::test]
async fn only_whoever_may_import_everywhere_does() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let new = NewImport { file_name: "x", source: None, chat: None };
    let try_as = async |actor: &Actor| {
        database.tenant(office.org, async |tx| imports::receive(tx, actor, &new).await.map(drop)).await
    };
    for actor in [&office.workers[0].actor, &office.residents[0].actor] {
        assert_eq!(try_as(actor).await.unwrap_err().code(), "forbidden");
    }
    assert!(try_as(&office.owner.actor).await.is_ok());
    // Somebody whose work is limited to a house may not fill the register with others.
    let building = units(&database, &office, &office.building).await?[0].building;
    let member = office.dispatcher.actor.member().unwrap();
    let filter = Filter { buildings: vec![building], ..Filter::default() };
    let change = members::Change { role: Some(domain::access::Role::Admin), filter: Some(filter) };
    let limited = database
        .tenant(office.org, async |tx| {
            members::change(tx, &office.owner.actor, member, None, &change).await?;
            Actor::load(tx, office.dispatcher.id()).await
        })
        .await?;
    assert_eq!(try_as(&limited).await.unwrap_err().code(), "forbidden");
    Ok(())
}

#[tokio::test]
async fn a_delivery_that_comes_twice_is_one_import() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let new = NewImport { file_name: "x", source: Some("chat:1:2"), chat: None };
    let receive =
        async || database.tenant(office.org, async |tx| imports::receive(tx, &office.owner.actor, &new).await).await;
    let (id, fresh) = receive().await?;
    assert!(fresh);
    assert_eq!(receive().await?, (id, false));
    let discarded = database.tenant(office.org, async |tx| imports::discard(tx, &office.owner.actor, id).await).await?;
    assert_eq!(discarded.state, ImportState::Discarded);
    Ok(())
}

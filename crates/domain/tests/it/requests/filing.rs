//! Filing: what it is about, how often, and whether a neighbour has filed the same.

use domain::{
    categories::{self, Edit, PlaceKind},
    requests::{self, NewRequest, Place, Priority, Status},
};
use testkit::fixtures;

#[tokio::test]
async fn a_resident_files_ten_a_day_and_two_alike() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let anna = &office.residents[0].actor;
    let file = async |code: &'static str| {
        database
            .tenant(office.org, async |tx| requests::file(tx, anna, &fixtures::request(&office, code, "…")).await)
            .await
    };
    for _ in 0..2 {
        file("plumbing").await?;
    }
    assert_eq!(file("plumbing").await.unwrap_err().code(), "requests_equal");
    for code in ["heating", "elevator", "electricity", "other"] {
        for _ in 0..2 {
            file(code).await?;
        }
    }
    assert_eq!(file("no_water").await.unwrap_err().code(), "requests_too_many");
    let desk = NewRequest {
        reporter: Some(office.residents[0].id()),
        ..fixtures::request(&office, "no_water", "По телефону")
    };
    let filed =
        database.tenant(office.org, async |tx| requests::file(tx, &office.dispatcher.actor, &desk).await).await?;
    assert_eq!(filed.number, 11, "the desk files for whoever calls");
    let theirs = database.tenant(office.org, async |tx| requests::get(tx, anna, filed.id).await).await?;
    assert_eq!(theirs.reporter, office.residents[0].id());
    let worker =
        database.tenant(office.org, async |tx| requests::file(tx, &office.workers[0].actor, &desk).await).await;
    assert_eq!(worker.unwrap_err().code(), "forbidden", "a worker files for nobody else");

    database.db().source().advance(std::time::Duration::from_secs(24 * 3600 + 1));
    file("plumbing").await?;
    Ok(())
}

#[tokio::test]
async fn what_it_is_about_decides_how_urgent_it_is_and_where_it_can_be() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, home) = (&office.residents[0].actor, office.units[0].unit);
    let file = async |new: NewRequest<'_>| {
        let filed = database.tenant(office.org, async |tx| requests::file(tx, anna, &new).await).await?;
        database.tenant(office.org, async |tx| requests::get(tx, anna, filed.id).await).await
    };
    let in_lift = NewRequest {
        place: Place::Unit(home), ..fixtures::request(&office, "elevator", "Лифт в квартире")
    };
    assert_eq!(file(in_lift).await.unwrap_err().code(), "place_unfit");

    let leak = file(NewRequest { place: Place::Unit(home), ..fixtures::request(&office, "leak", "Течёт") }).await?;
    assert_eq!((leak.priority, leak.status), (Priority::High, Status::New));
    assert_eq!(leak.about.names.ru, "Протечка");
    assert_eq!(leak.about.kind_names.map(|kind| kind.uz).as_deref(), Some("Santexnika"));
    assert_eq!(leak.about.skill.as_deref(), Some("plumbing"), "what a problem leaves open is as its kind has it");
    let (filed, due) = (leak.created_at, leak.due_at.unwrap());
    assert_eq!((due - filed).num_minutes(), 240);

    let urgent =
        NewRequest { priority: Some(Priority::Emergency), ..fixtures::request(&office, "heating", "Кипяток") };
    let urgent = file(urgent).await?;
    assert_eq!((urgent.respond_by.unwrap() - urgent.created_at).num_minutes(), 5);
    assert_eq!((urgent.due_at.unwrap() - urgent.created_at).num_minutes(), 120);

    let heating = fixtures::category("heating");
    database.tenant(office.org, async |tx| categories::archive(tx, &office.owner.actor, heating).await).await?;
    let gone = file(fixtures::request(&office, "heating", "Холодно")).await;
    assert_eq!(gone.unwrap_err().code(), "category_unknown", "what is no longer offered cannot be filed");
    let narrower = Edit { places: Some(vec![PlaceKind::Yard]), ..Edit::default() };
    let yard = fixtures::category("other");
    database
        .tenant(office.org, async |tx| categories::edit(tx, &office.owner.actor, yard, None, &narrower).await)
        .await?;
    let unfit = file(fixtures::request(&office, "other", "Не там")).await;
    assert_eq!(unfit.unwrap_err().code(), "place_unfit");
    Ok(())
}

#[tokio::test]
async fn a_neighbour_with_the_same_trouble_joins_and_follows() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [anna, sergey] = [&office.residents[0], &office.residents[1]];
    let (at_anna, at_sergey) = (office.units[0].unit, office.units[1].unit);
    let dry = NewRequest { unit: Some(at_anna), ..fixtures::request(&office, "no_water", "Нет воды") };
    let leak =
        NewRequest { place: Place::Unit(at_anna), ..fixtures::request(&office, "leak", "Течёт у меня") };
    database
        .tenant(office.org, async |tx| {
            let dry = requests::file(tx, &anna.actor, &dry).await?;
            requests::file(tx, &anna.actor, &leak).await?;
            let no_water = fixtures::category("no_water");
            let found = requests::alike(tx, &sergey.actor, no_water, at_sergey).await?.unwrap();
            assert_eq!((found.id, found.number), (dry.id, 1));
            let at_home = requests::alike(tx, &sergey.actor, fixtures::category("leak"), at_sergey).await?;
            assert_eq!(at_home, None, "a leak in somebody's flat is theirs alone");
            assert_eq!(
                requests::alike(tx, &anna.actor, no_water, at_anna).await?,
                None,
                "one's own is not a neighbour's"
            );

            assert_eq!(requests::get(tx, &sergey.actor, dry.id).await.unwrap_err().code(), "not_found");
            requests::join(tx, &sergey.actor, dry.id, at_sergey).await?;
            requests::join(tx, &sergey.actor, dry.id, at_sergey).await?;
            let seen = requests::get(tx, &sergey.actor, dry.id).await?;
            assert_eq!((seen.followers, seen.version), (1, 2), "joining twice is joining once");
            assert_eq!(requests::seen_because(tx, &sergey.actor, dry.id).await?, requests::Because::Follows);
            assert_eq!(requests::list_own(tx, &sergey.actor, None, 9).await?.len(), 1);
            assert_eq!(
                requests::alike(tx, &sergey.actor, no_water, at_sergey).await?,
                None,
                "they have joined already"
            );
            let not_theirs = requests::cancel(tx, &sergey.actor, dry.id, None).await;
            assert_eq!(not_theirs.unwrap_err().code(), "not_found", "a follower looks on");
            Ok(())
        })
        .await?;
    fixtures::run_fan_out(&database).await?;
    let mut superuser = database.superuser().await?;
    let cards: i64 = sqlx::query_scalar("select count(*) from cards where person_id = $1")
        .bind(sergey.id().0)
        .fetch_one(&mut superuser)
        .await?;
    assert_eq!(cards, 1, "and has a live card of their own");
    Ok(())
}

//! Incidents: what is thought to be one, how far it reaches, and what goes with it.

use std::time::Duration;

use domain::{
    access::Actor,
    ids::RequestId,
    property::{self, NewUnit, RiserFacts, RiserKind},
    requests::{
        self, Closing, IncidentStage, Priority, Request, Status,
        incidents::{self, NewIncident, News, Scope, Wanted},
    },
    shifts,
    timeouts::{self, Check, Look, Step},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, Person},
};

async fn get(database: &TestDatabase, office: &OrgFixture, id: RequestId) -> anyhow::Result<Request> {
    Ok(database.tenant(office.org, async |tx| requests::get(tx, &Actor::System, id).await).await?)
}

async fn status(database: &TestDatabase, office: &OrgFixture, id: RequestId) -> anyhow::Result<Status> {
    Ok(get(database, office, id).await?.status)
}

/// The desk files about this category for somebody, and what follows happens.
async fn filed(database: &TestDatabase, office: &OrgFixture, who: &Person, code: &str) -> anyhow::Result<RequestId> {
    let unit = database.tenant(office.org, async |tx| {
        let actor = Actor::load(tx, who.id()).await?;
        Ok(property::homes(tx, &actor).await?.first().map(|home| home.unit))
    });
    let new = requests::NewRequest {
        unit: unit.await?,
        reporter: Some(who.id()),
        ..fixtures::request(office, code, "Не работает")
    };
    let desk = &office.dispatcher.actor;
    let id = database.tenant(office.org, async |tx| requests::file(tx, desk, &new).await).await?.id;
    while fixtures::run_fan_out(database).await? > 0 {}
    Ok(id)
}

/// Somebody who lives in a flat of this entrance.
async fn neighbour(database: &TestDatabase, office: &OrgFixture, n: i64, entrance: i16) -> anyhow::Result<Person> {
    let person = fixtures::stranger(database.db(), office.org, 70_000 + n, &format!("Сосед {n}")).await?;
    let number = format!("9{n}");
    let new =
        NewUnit { address: &office.building, number: &number, entrance: Some(entrance), floor: None, phone: None };
    database
        .tenant(office.org, async |tx| {
            let unit = property::add_unit(tx, &Actor::System, &new).await?;
            property::move_in(tx, person.id(), unit.unit).await
        })
        .await?;
    Ok(person)
}

#[tokio::test]
async fn three_people_of_one_house_within_a_quarter_of_an_hour_look_like_an_incident() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [anna, sergey] = &office.residents;
    let vera = neighbour(&database, &office, 1, 1).await?;
    let first = filed(&database, &office, anna, "elevator").await?;
    filed(&database, &office, anna, "elevator").await?;
    filed(&database, &office, sergey, "elevator").await?;
    filed(&database, &office, &vera, "electricity").await?;
    assert_eq!(get(&database, &office, first).await?.incident, None, "two people, however often, and another trouble");
    database.source().advance(Duration::from_secs(16 * 60));
    let of_vera = filed(&database, &office, &vera, "elevator").await?;
    assert_eq!(get(&database, &office, of_vera).await?.incident, None, "the others are too long ago");
    filed(&database, &office, anna, "elevator").await?;
    filed(&database, &office, sergey, "elevator").await?;
    assert!(get(&database, &office, of_vera).await?.incident.unwrap().is_suspected(), "the first of the three has it");

    // Somebody looked, and it is none: the next one does not ask again.
    let desk = &office.dispatcher.actor;
    database.tenant(office.org, async |tx| incidents::dismiss(tx, desk, of_vera).await).await?;
    let again = neighbour(&database, &office, 2, 1).await?;
    filed(&database, &office, &again, "elevator").await?;
    let (count,): (i64,) =
        sqlx::query_as("select count(*) from incidents").fetch_one(&mut database.superuser().await?).await?;
    assert_eq!(count, 1);
    Ok(())
}

#[tokio::test]
async fn it_reaches_who_lives_there_and_gathers_what_nobody_has_begun() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [anna, sergey] = &office.residents;
    let elsewhere = neighbour(&database, &office, 1, 2).await?;
    let begun = filed(&database, &office, sergey, "elevator").await?;
    let worker = &office.workers[0].actor;
    database.tenant(office.org, async |tx| requests::take(tx, worker, begun).await).await?;
    let main = filed(&database, &office, anna, "elevator").await?;
    let alike = filed(&database, &office, sergey, "elevator").await?;
    let other = filed(&database, &office, sergey, "electricity").await?;
    let far = filed(&database, &office, &elsewhere, "elevator").await?;
    let desk = &office.dispatcher.actor;
    let declared = database
        .tenant(office.org, async |tx| {
            let parts = incidents::parts(tx, desk, main).await?;
            let first = parts.iter().find(|part| part.name == "1").map(|part| part.scope);
            assert_eq!(parts[0].scope, Scope::Building);
            assert_eq!(parts.iter().map(|part| part.homes).collect::<Vec<_>>(), [5, 4, 1]);
            incidents::declare(tx, desk, main, first.unwrap()).await
        })
        .await?;
    while fixtures::run_fan_out(&database).await? > 0 {}
    assert_eq!((declared.priority, declared.followers), (Priority::Emergency, 1), "Sergey; Anna filed it");
    assert_eq!(get(&database, &office, alike).await?.closing, Some(Closing::Merged));
    assert_eq!(status(&database, &office, begun).await?, Status::Accepted, "somebody is at it");
    assert_eq!(status(&database, &office, other).await?, Status::New);
    assert_eq!(status(&database, &office, far).await?, Status::New, "of another entrance");

    // Declared again it reaches further; and whoever says the same joins.
    database.tenant(office.org, async |tx| incidents::declare(tx, desk, main, Scope::Building).await).await?;
    assert_eq!(get(&database, &office, far).await?.closing, Some(Closing::Merged));
    let late = neighbour(&database, &office, 2, 2).await?;
    let joins = filed(&database, &office, &late, "elevator").await?;
    assert_eq!(get(&database, &office, joins).await?.parent, Some(main));
    let (cards,): (i64,) = sqlx::query_as("select count(*) from cards where request_id = $1 and audience = 'resident'")
        .bind(main.0)
        .fetch_one(&mut database.superuser().await?)
        .await?;
    assert_eq!(cards, 4, "one for each of them");

    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, main).await?;
            requests::complete(tx, worker, main, None).await
        })
        .await?;
    let after = filed(&database, &office, &late, "elevator").await?;
    assert_eq!(status(&database, &office, after).await?, Status::New, "it was over");
    Ok(())
}

#[tokio::test]
async fn along_a_riser_it_reaches_its_homes_alone() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let main = filed(&database, &office, &office.residents[0], "no_water").await?;
    let owner = &office.owner.actor;
    let homes = vec![office.units[1].unit];
    let told = database
        .tenant(office.org, async |tx| {
            let building = requests::get(tx, owner, main).await?.building.unwrap();
            let facts = RiserFacts {
                kind: RiserKind::ColdWater,
                name: "ХВС-1".into(),
                entrance: None,
                note: None,
                units: homes,
            };
            let riser = property::add_riser(tx, owner, building, &facts).await?.id;
            incidents::declare(tx, owner, main, Scope::Riser(riser)).await
        })
        .await?;
    assert_eq!((told.followers, told.incident.unwrap().riser.as_deref()), (1, Some("ХВС-1")));
    Ok(())
}

#[tokio::test]
async fn what_is_said_is_checked_and_by_whom() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let main = filed(&database, &office, &office.residents[0], "elevator").await?;
    let (desk, worker, resident) = (&office.dispatcher.actor, &office.workers[0].actor, &office.residents[0].actor);
    let tell = async |actor: &Actor, news: News| {
        let told = database.tenant(office.org, async |tx| incidents::tell(tx, actor, main, &news).await).await;
        told.map(|request| request.incident.unwrap()).map_err(|error| error.code())
    };
    let words = |words: &str| News { words: Some(words.to_owned()), ..News::default() };
    assert_eq!(tell(desk, words("?")).await.unwrap_err(), "not_found", "it is none yet");
    for actor in [worker, resident] {
        let refused =
            database.tenant(office.org, async |tx| incidents::declare(tx, actor, main, Scope::Building).await);
        assert_eq!(refused.await.unwrap_err().code(), "forbidden");
    }
    database.tenant(office.org, async |tx| incidents::declare(tx, desk, main, Scope::Building).await).await?;
    let withdrawn = database.tenant(office.org, async |tx| requests::cancel(tx, resident, main, None).await).await;
    assert_eq!(withdrawn.unwrap_err().code(), "incident_declared", "others wait for it too");
    assert_eq!(tell(worker, words("Чиним")).await.unwrap_err(), "forbidden");
    assert_eq!(tell(desk, words(&"я".repeat(1001))).await.unwrap_err(), "words_too_long");
    let past = News { expected_at: Some(database.source().now()), ..News::default() };
    assert_eq!(tell(desk, past).await.unwrap_err(), "expected_invalid");
    tell(desk, words("Меняем плату")).await.unwrap();
    let next = tell(desk, News { stage: Some(IncidentStage::Repairing), ..News::default() }).await.unwrap();
    assert_eq!(
        (next.words.as_deref(), next.stage),
        (Some("Меняем плату"), Some(IncidentStage::Repairing)),
        "what was said stays"
    );
    let accept = async |actor: &Actor| {
        let accepted = database.tenant(office.org, async |tx| incidents::accept(tx, actor, main).await).await;
        accepted.map(|request| request.incident.unwrap().accepted_by).map_err(|error| error.code())
    };
    assert_eq!(accept(desk).await, Ok(desk.member()));
    assert_eq!(accept(desk).await, Ok(desk.member()), "twice is once");
    assert_eq!(accept(&office.owner.actor).await, Err("already_taken"));
    Ok(())
}

#[tokio::test]
async fn the_desk_declares_what_nobody_has_filed_and_its_people_read_of_it() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let far = fixtures::stranger(database.db(), office.org, 80_001, "Чужой").await?;
    let (desk, worker) = (&office.dispatcher.actor, &office.workers[0].actor);
    let building = database
        .tenant(office.org, async |tx| Ok(property::unit(tx, desk, office.units[1].unit).await?.building))
        .await?;
    let category = fixtures::category("elevator");
    let new = NewIncident { building, scope: Scope::Building, category, words: "Прорвало в подвале" };
    let refused = database.tenant(office.org, async |tx| incidents::begin(tx, worker, &new).await).await;
    assert_eq!(refused.unwrap_err().code(), "forbidden");
    let silent = NewIncident { words: " ", ..new.clone() };
    let refused = database.tenant(office.org, async |tx| incidents::begin(tx, desk, &silent).await).await;
    assert_eq!(refused.unwrap_err().code(), "words_missing");
    let main = database.tenant(office.org, async |tx| incidents::begin(tx, desk, &new).await).await?;
    while fixtures::run_fan_out(&database).await? > 0 {}
    assert_eq!((main.priority, main.followers), (Priority::Emergency, 2), "both who live there");
    assert_eq!(status(&database, &office, main.id).await?, Status::New);

    let news =
        News {
            words: Some("Воды не будет до вечера".into()), stage: Some(IncidentStage::Crew), ..News::default()
        };
    database.tenant(office.org, async |tx| incidents::tell(tx, desk, main.id, &news).await).await?;
    let wanted = Wanted { is_open: true, limit: 10, ..Wanted::default() };
    let seen = async |actor: &Actor| {
        database.tenant(office.org, async |tx| incidents::incidents(tx, actor, &wanted).await).await
    };
    for actor in [desk, &office.residents[0].actor, &office.residents[1].actor] {
        let lines = seen(actor).await?;
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].people, lines[0].words.as_deref()), (3, Some("Воды не будет до вечера")));
    }
    assert!(seen(&far.actor).await?.is_empty(), "who lives elsewhere reads nothing of it");
    let open = async |actor: &Actor| {
        database.tenant(office.org, async |tx| incidents::incident(tx, actor, main.id).await).await
    };
    let theirs = open(&office.residents[1].actor).await?;
    assert!(theirs.history.is_empty() && theirs.linked.is_empty(), "what the staff do is theirs");
    assert_eq!(theirs.told.len(), 1);
    assert_eq!(open(&far.actor).await.unwrap_err().code(), "not_found");
    let whole = open(desk).await?;
    let told = whole.history.iter().find(|step| step.kind == "incident_told").unwrap();
    assert_eq!(told.words.as_deref(), Some("Воды не будет до вечера"));
    let (kept,): (i64,) = sqlx::query_as("select count(*) from events where data::text like '%Воды не будет%'")
        .fetch_one(&mut database.superuser().await?)
        .await?;
    assert_eq!(kept, 0, "the log of events holds no words");

    let over = database.tenant(office.org, async |tx| incidents::end(tx, desk, main.id).await).await?;
    assert_eq!((over.status, over.closing), (Status::Closed, Some(Closing::ByStaff)));
    assert!(seen(desk).await?.is_empty(), "it is over");
    Ok(())
}

#[tokio::test]
async fn when_the_last_of_the_chain_does_not_answer_managers_and_owners_are_called() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let main = filed(&database, &office, &office.residents[0], "elevator").await?;
    let desk = &office.dispatcher.actor;
    database.tenant(office.org, async |tx| incidents::declare(tx, desk, main, Scope::Building).await).await?;
    while fixtures::run_fan_out(&database).await? > 0 {}
    let now = database.source().now();
    let chain = database.tenant(office.org, async |tx| shifts::duty_chain(tx, now, None).await).await?;
    let look = |told: usize| Look {
        org_id: office.org,
        request: main,
        check: Check::Alarm,
        since: now,
        told: u16::try_from(told).unwrap(),
    };
    let run = async |told: usize| database.tenant(office.org, async |tx| timeouts::look(tx, &look(told)).await).await;
    let called = async || -> anyhow::Result<i64> {
        let count = "select count(*) from events where kind = 'incident_unanswered'";
        Ok(sqlx::query_as::<_, (i64,)>(count).fetch_one(&mut database.superuser().await?).await?.0)
    };
    database.source().advance(Duration::from_secs(24 * 60 * 60));
    run(chain.len() - 1).await?;
    assert_eq!(called().await?, 0, "the last of the chain is called first");
    run(chain.len()).await?;
    assert_eq!(called().await?, 1);
    while fixtures::run_fan_out(&database).await? > 0 {}
    run(chain.len() + 3).await?;
    assert_eq!(called().await?, 1, "not for ever");
    database.tenant(office.org, async |tx| incidents::accept(tx, desk, main).await).await?;
    assert_eq!(run(chain.len()).await?, Step::Over);
    Ok(())
}

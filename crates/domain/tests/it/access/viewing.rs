//! «Посмотреть глазами»: what one sees with another's eyes, that nothing can be changed, and that it is written down.

use domain::{
    access::{self, Actor, Permission},
    requests,
};
use testkit::fixtures::{self, OrgFixture};

async fn kinds(database: &testkit::TestDatabase, office: &OrgFixture) -> anyhow::Result<Vec<String>> {
    let mut superuser = database.superuser().await?;
    let kinds = "select kind from events where org_id = $1 and kind like 'viewing%' order by id";
    Ok(sqlx::query_scalar(kinds).bind(office.org.0).fetch_all(&mut superuser).await?)
}

#[tokio::test]
async fn one_sees_what_they_see_and_changes_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner.actor, &office.workers[0]);
    let free = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let others = fixtures::file(&database, &office, &office.residents[1]).await?.id;
    let colleague = &office.workers[1].actor;
    database.tenant(office.org, async |tx| requests::take(tx, colleague, others).await).await?;

    let member = worker.actor.member().unwrap();
    let viewing = database.tenant(office.org, async |tx| access::start_viewing(tx, owner, member).await).await?;
    let noted = database
        .tenant(office.org, async |tx| access::note_viewing(tx, owner, viewing.id, "GET /requests").await)
        .await?;
    assert_eq!(noted, viewing);

    let mut tx = database.db().tenant(office.org).await?;
    let eyes = access::look(&mut tx, owner, &viewing).await?;
    assert_eq!((eyes.person(), eyes.member()), (Some(worker.id()), Some(member)));
    let seen: Vec<_> = requests::list(&mut tx, &eyes, &requests::Filter::default(), None, 9)
        .await?
        .into_iter()
        .map(|it| it.id)
        .collect();
    assert_eq!(seen, [free], "what the worker would see: not what a colleague has");
    assert_eq!(requests::take(&mut tx, &eyes, free).await.unwrap_err().code(), "viewing_as");
    assert_eq!(access::start_viewing(&mut tx, &eyes, member).await.unwrap_err().code(), "forbidden");
    for permission in Permission::ALL.into_iter().filter(|permission| !permission.is_read()) {
        assert!(eyes.require(permission).is_err(), "{permission}");
    }
    let shown = access::my_screens(&mut tx, &eyes).await?;
    let take = shown.iter().find(|it| it.element.needs == Permission::RequestsTake).unwrap();
    assert!(take.shown && !take.enabled, "the button is there, and does nothing");
    // The second belt: whatever forgets to ask is stopped by PostgreSQL.
    assert_eq!(requests::take(&mut tx, &worker.actor, free).await.unwrap_err().code(), "viewing_as");
    drop(tx);

    database.tenant(office.org, async |tx| access::stop_viewing(tx, owner).await).await?;
    let over = database.tenant(office.org, async |tx| access::note_viewing(tx, owner, viewing.id, "GET /").await).await;
    assert_eq!(over.unwrap_err().code(), "viewing_over");
    assert_eq!(kinds(&database, &office).await?, ["viewing_started", "viewing_used", "viewing_ended"]);
    Ok(())
}

#[tokio::test]
async fn a_viewing_is_ones_own_and_ends_by_itself() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let [bobur, akmal] = office.workers.each_ref().map(|worker| worker.actor.member().unwrap());
    let first = database.tenant(office.org, async |tx| access::start_viewing(tx, owner, bobur).await).await?;
    let second = database.tenant(office.org, async |tx| access::start_viewing(tx, owner, akmal).await).await?;
    let over = database.tenant(office.org, async |tx| access::note_viewing(tx, owner, first.id, "").await).await;
    assert_eq!(over.unwrap_err().code(), "viewing_over", "one at a time");

    let system = &Actor::System;
    for (actor, code) in
        [(&office.dispatcher.actor, "forbidden"), (&office.residents[0].actor, "forbidden"), (system, "forbidden")]
    {
        let started = database.tenant(office.org, async |tx| access::start_viewing(tx, actor, bobur).await).await;
        assert_eq!(started.unwrap_err().code(), code);
        let noted = database.tenant(office.org, async |tx| access::note_viewing(tx, actor, second.id, "").await).await;
        assert_eq!(noted.unwrap_err().code(), code);
    }
    let own = owner.member().unwrap();
    let oneself = database.tenant(office.org, async |tx| access::start_viewing(tx, owner, own).await).await;
    assert_eq!(oneself.unwrap_err().code(), "viewing_oneself");

    database.source().advance(access::VIEWING);
    let over = database.tenant(office.org, async |tx| access::note_viewing(tx, owner, second.id, "").await).await;
    assert_eq!(over.unwrap_err().code(), "viewing_over");
    Ok(())
}

#[tokio::test]
async fn nobody_looks_through_the_eyes_of_the_mightier() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = office.owner.actor.member().unwrap();
    let grants = domain::access::Grants::parse(["members.view_as", "requests.read"])?;
    let helper =
        domain::access::NewRole {
            name: "Наставник", based_on: domain::access::Role::Worker, grants: Some(grants)
        };
    let mut tx = database.db().tenant(office.org).await?;
    let role = access::create_role(&mut tx, &office.owner.actor, &helper).await?;
    let person = &office.workers[0];
    access::give_role(&mut tx, &office.owner.actor, person.actor.member().unwrap(), role.id).await?;
    let actor = Actor::load(&mut tx, person.id()).await?;
    assert_eq!(access::start_viewing(&mut tx, &actor, owner).await.unwrap_err().code(), "beyond_your_rights");
    Ok(())
}

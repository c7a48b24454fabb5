//! Programs: what they may for themselves and for a member, and what is forgotten of it.

use std::time::Duration;

use domain::{
    Error,
    access::{Actor, Permission, Scope},
    requests,
    service_accounts::{self, Asked, Client, Edit, Exchange, NewServiceAccount},
    sessions::{self, EndedWhy},
};
use platform::{Origin, Surface};
use secrecy::ExposeSecret as _;
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, Person},
};

const BACK: &str = "https://client.example.com/";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

async fn let_in(database: &TestDatabase, office: &OrgFixture, scopes: &[&str]) -> anyhow::Result<Client> {
    let scopes: Vec<_> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    let back = [BACK.to_owned()];
    let new = NewServiceAccount { name: "1C", scopes: &scopes, allowed_from: &[], redirect_uris: &back };
    let owner = &office.owner.actor;
    let (account, secret) =
        database.tenant(office.org, async |tx| service_accounts::create(tx, owner, &new).await).await?;
    let client = service_accounts::authenticate(database.db(), account.id, secret.expose_secret(), None).await?;
    client.ok_or_else(|| anyhow::anyhow!("it proved itself"))
}

/// The code of this person's approval.
async fn approved(database: &TestDatabase, client: &Client, who: &Person) -> anyhow::Result<String> {
    let challenge = service_accounts::challenge_of(VERIFIER).unwrap();
    let asked = Asked { service: client.id, redirect_uri: BACK, scope: "", challenge: &challenge };
    let code = database.tenant(client.org, async |tx| service_accounts::approve(tx, &who.actor, &asked).await).await?;
    Ok(code.expose_secret().to_owned())
}

/// The program as it acts for this person, and its session.
async fn acting(
    database: &TestDatabase,
    client: &Client,
    who: &Person,
) -> anyhow::Result<(Actor, domain::ids::SessionId)> {
    let code = approved(database, client, who).await?;
    let brought = Exchange { code: &code, redirect_uri: BACK, verifier: VERIFIER };
    let made = service_accounts::exchange(database.db(), client, &brought, Origin::of(Surface::Api)).await?;
    let session = made.unwrap().opened.session;
    let through = database
        .tenant(client.org, async |tx| service_accounts::caller(tx, client.id, Some(session), None, None).await)
        .await?;
    Ok((through.unwrap().actor, session))
}

#[tokio::test]
async fn on_a_members_behalf_work_is_done_in_their_name_and_told_of_the_program() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let client = let_in(&database, &office, &["requests.*", "members.manage"]).await?;
    let worker = &office.workers[0];
    let (program, _) = acting(&database, &client, worker).await?;
    assert_eq!((program.person(), program.behind()), (None, Some(worker.id())), "it is not the person themselves");
    assert_eq!(program.member_behind(), worker.actor.member());
    let scope = |actor: &Actor, permission| actor.require(permission).ok();
    for permission in [Permission::RequestsRead, Permission::RequestsTake, Permission::RequestsComplete] {
        assert_eq!(scope(&program, permission), scope(&worker.actor, permission), "{permission}");
    }
    assert_eq!(scope(&program, Permission::MembersManage), None, "a worker manages nobody");

    let request = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let taken = database.tenant(office.org, async |tx| requests::take(tx, &program, request).await).await?;
    assert_eq!(taken.assignee, worker.actor.member());
    let (kind, actor, service, behalf): (String, Option<uuid::Uuid>, Option<uuid::Uuid>, Option<uuid::Uuid>) =
        sqlx::query_as(
            "select actor_kind, actor_id, service_id, on_behalf_of from events where kind = 'request_taken'",
        )
        .fetch_one(&mut database.superuser().await?)
        .await?;
    assert_eq!((kind.as_str(), actor), ("service", None));
    assert_eq!((service, behalf), (Some(client.id.0), Some(worker.id().0)));
    Ok(())
}

#[tokio::test]
async fn a_program_of_its_own_is_nobody_and_keeps_to_its_scopes() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let client = let_in(&database, &office, &["requests.read", "requests.take"]).await?;
    let caller = async |narrowed: Option<&str>| {
        let id = client.id;
        database.tenant(office.org, async |tx| service_accounts::caller(tx, id, None, narrowed, None).await).await
    };
    let own = caller(None).await?.unwrap().actor;
    assert_eq!((own.person(), own.behind(), own.member_behind()), (None, None, None));
    let request = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let taken = database.tenant(office.org, async |tx| requests::take(tx, &own, request).await).await;
    assert!(matches!(taken, Err(Error::Forbidden(Permission::RequestsTake))), "work is given to people: {taken:?}");
    assert_eq!(
        database
            .tenant(office.org, async |tx| requests::list(tx, &own, &requests::Filter::default(), None, 9).await)
            .await?
            .len(),
        1
    );

    let narrow = caller(Some("requests.read:team members.manage:all")).await?.unwrap().actor;
    assert_eq!(narrow.require(Permission::RequestsRead)?, Scope::Team, "a token narrows");
    assert!(narrow.require(Permission::MembersManage).is_err(), "and gives nothing");
    let fewer = Edit { scopes: Some(&["requests.read:own".to_owned()]), ..Edit::default() };
    let owner = &office.owner.actor;
    database.tenant(office.org, async |tx| service_accounts::edit(tx, owner, client.id, None, &fewer).await).await?;
    assert_eq!(caller(None).await?.unwrap().actor.require(Permission::RequestsRead)?, Scope::Own);
    Ok(())
}

#[tokio::test]
async fn codes_that_are_over_and_approvals_whose_session_is_gone_are_forgotten() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let client = let_in(&database, &office, &["requests.read"]).await?;
    let owner = &office.owner;
    approved(&database, &client, owner).await?;
    let (_, session) = acting(&database, &client, owner).await?;
    let forget = async || {
        let mut tx = database.db().system().await?;
        sessions::forget_old(&mut tx).await?;
        let forgotten = service_accounts::forget_old(&mut tx).await?;
        tx.commit().await?;
        anyhow::Ok(forgotten)
    };
    assert_eq!(forget().await?, 0, "a minute is not over");
    database.source().advance(Duration::from_secs(61));
    assert_eq!(forget().await?, 1, "the code that nobody used");
    assert_eq!(forget().await?, 0, "the other one is in use");
    let mut tx = database.db().system().await?;
    assert!(sessions::end_held(&mut tx, client.id, session, EndedWhy::SignedOut).await?);
    tx.commit().await?;
    database.source().advance(Duration::from_secs(31 * 24 * 3600));
    assert_eq!(forget().await?, 1);
    Ok(())
}

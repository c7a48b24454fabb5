//! The same for programs, and what members let them do.

use domain::{
    ids::{ServiceAccountId, SessionId},
    service_accounts::{self, Asked, Client, Edit, Exchange, NewServiceAccount},
};
use platform::{Origin, Surface};
use secrecy::ExposeSecret as _;
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::Findings;

const BACK: &str = "https://client.example.com/";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A program that somebody of the org lets act for them.
pub(super) struct Program {
    id: ServiceAccountId,
    client: Client,
    code: String,
    session: SessionId,
}

fn asked(service: ServiceAccountId, challenge: &str) -> Asked<'_> {
    Asked { service, redirect_uri: BACK, scope: "", challenge }
}

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Program> {
    let (org, owner) = (office.org, &office.owner.actor);
    let (name, scopes) = (format!("1C {}", office.info.name), ["teams.read".to_owned()]);
    let redirect_uris = &[BACK.to_owned()];
    let new = NewServiceAccount { name: &name, scopes: &scopes, allowed_from: &[], redirect_uris };
    let (account, secret) = database.tenant(org, async |tx| service_accounts::create(tx, owner, &new).await).await?;
    let client = service_accounts::authenticate(database.db(), account.id, secret.expose_secret(), None).await?;
    let client = client.ok_or_else(|| anyhow::anyhow!("it proved itself"))?;
    let challenge = service_accounts::challenge_of(VERIFIER).unwrap_or_default();
    let asked = asked(account.id, &challenge);
    let code = database.tenant(org, async |tx| service_accounts::approve(tx, owner, &asked).await).await?;
    let code = code.expose_secret().to_owned();
    let brought = Exchange { code: &code, redirect_uri: BACK, verifier: VERIFIER };
    let made = service_accounts::exchange(database.db(), &client, &brought, Origin::of(Surface::Api)).await?;
    let session = made.ok_or_else(|| anyhow::anyhow!("the code is good"))?.opened.session;
    Ok(Program { id: account.id, client, code, session })
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    theirs: &Program,
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let (owner, own, id) = (&a.owner.actor, live(database, a).await?, theirs.id);
    let (scopes, challenge) = (["teams.read".to_owned()], "a".repeat(43));
    let new = NewServiceAccount { name: "1C", scopes: &scopes, allowed_from: &[], redirect_uris: &[] };
    tried!("service_accounts::create", |tx| async { service_accounts::create(tx, owner, &new).await.map(drop) });
    tried!("service_accounts::list", |tx| service_accounts::list(tx, owner));
    tried!("service_accounts::get", |tx| service_accounts::get(tx, owner, id));
    tried!("service_accounts::edit", |tx| service_accounts::edit(tx, owner, id, None, &Edit::default()));
    tried!("service_accounts::rotate_secret", |tx| async {
        service_accounts::rotate_secret(tx, owner, id).await.map(drop)
    });
    tried!("service_accounts::revoke", |tx| service_accounts::revoke(tx, owner, id, None));
    tried!("service_accounts::consent", |tx| service_accounts::consent(tx, owner, &asked(id, &challenge)));
    tried!("service_accounts::approve", |tx| async {
        service_accounts::approve(tx, owner, &asked(id, &challenge)).await.map(drop)
    });
    for (program, session) in [(id, None), (id, Some(theirs.session)), (own.id, Some(theirs.session))] {
        tried!("service_accounts::caller", |tx| service_accounts::caller(tx, program, session, None, None));
    }
    let brought = Exchange { code: &theirs.code, redirect_uri: BACK, verifier: VERIFIER };
    let made = service_accounts::exchange(database.db(), &own.client, &brought, Origin::of(Surface::Api)).await;
    found.note("service_accounts::exchange", made.map(|made| made.is_some()));
    service_accounts::end_session(database.db(), &own.client, theirs.session).await?;
    let goes_on = service_accounts::caller;
    let org = theirs.client.org;
    let caller = database.tenant(org, async |tx| goes_on(tx, id, Some(theirs.session), None, None).await).await?;
    assert!(caller.is_some(), "a program ends no session of another's");
    Ok(())
}

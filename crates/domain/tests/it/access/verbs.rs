//! How the verbs of requests answer each kind of actor.

use domain::{
    Result, TenantTx,
    access::{Actor, Role},
    ids::RequestId,
    requests::{self, NewComment, NewRequest, Place, Side},
};
use testkit::fixtures::{self, OrgFixture, Person};

/// What is tried on a request, from the status in which the verb could be done.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Get,
    Take,
    Complete,
    Accept,
    Return,
    Cancel,
    Rate,
    CommentAsResident,
    CommentAsStaff,
    Ask,
}

const DEEDS: [Deed; 10] = [
    Deed::Get,
    Deed::Take,
    Deed::Complete,
    Deed::Accept,
    Deed::Return,
    Deed::Cancel,
    Deed::Rate,
    Deed::CommentAsResident,
    Deed::CommentAsStaff,
    Deed::Ask,
];

/// The table of how verbs answer: actor × verb × whose request.
#[tokio::test]
async fn how_the_verbs_of_requests_answer() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [worker, other] = &office.workers;
    let system = Person { actor: Actor::System, ..office.residents[0].clone() };
    let actors = [
        ("resident", &office.residents[0]),
        ("worker", worker),
        ("colleague", other),
        ("dispatcher", &office.dispatcher),
        ("owner", &office.owner),
        ("system", &system),
    ];
    let mut table = format!("{:<36}", "");
    actors.iter().for_each(|(name, _)| table.push_str(&format!(" {name:<20}")));
    for deed in DEEDS {
        for (whose, own) in [("one's own", true), ("another's", false)] {
            table.push_str(&format!("\n{:<36}", format!("{deed:?} {whose}")));
            for (_, person) in actors {
                let reporter = if own { person } else { &office.residents[1] };
                let mut tx = database.db().tenant(office.org).await?;
                let request = prepared(&mut tx, &office, reporter, deed).await?;
                let answer = match attempt(&mut tx, &office, &person.actor, request, deed).await {
                    Ok(()) => "ok".to_owned(),
                    Err(error) => error.code().to_owned(),
                };
                tx.rollback().await?;
                let answer = if own && person.actor == Actor::System { "·".to_owned() } else { answer }; // it files none
                table.push_str(&format!(" {answer:<20}"));
            }
        }
    }
    let table: Vec<&str> = table.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(table.join("\n"));
    Ok(())
}

/// A request on which `deed` could be done by whoever may; the first worker has it when somebody has.
async fn prepared(tx: &mut TenantTx, office: &OrgFixture, reporter: &Person, deed: Deed) -> Result<RequestId> {
    let reporter = match &reporter.actor {
        Actor::System => &office.residents[0].actor,
        actor => actor,
    };
    let new = NewRequest { place: Place::Yard, ..fixtures::request(office, "yard", "Фонарь не горит") };
    let id = requests::file(tx, reporter, &new).await?.id;
    let worker = &office.workers[0].actor;
    if matches!(deed, Deed::Complete | Deed::Accept | Deed::Return | Deed::Rate) {
        requests::take(tx, worker, id).await?;
    }
    if matches!(deed, Deed::Accept | Deed::Return | Deed::Rate) {
        requests::complete(tx, worker, id, None).await?;
    }
    if matches!(deed, Deed::Rate) {
        requests::accept(tx, reporter, id).await?;
    }
    Ok(id)
}

async fn attempt(tx: &mut TenantTx, office: &OrgFixture, actor: &Actor, id: RequestId, deed: Deed) -> Result<()> {
    let word = |side| NewComment {
        request: id,
        side,
        is_question: false,
        is_internal: false,
        words: "Слово",
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    match deed {
        Deed::Get => requests::get(tx, actor, id).await.map(drop),
        Deed::Take => requests::take(tx, actor, id).await.map(drop),
        Deed::Complete => requests::complete(tx, actor, id, None).await.map(drop),
        Deed::Accept => requests::accept(tx, actor, id).await.map(drop),
        Deed::Return => requests::return_to_work(tx, actor, id).await.map(drop),
        Deed::Cancel => requests::cancel(tx, actor, id, None).await.map(drop),
        Deed::Rate => requests::rate(tx, actor, id, 5).await.map(drop),
        Deed::CommentAsResident => requests::comment(tx, actor, &word(Side::Resident)).await.map(drop),
        Deed::CommentAsStaff => requests::comment(tx, actor, &word(Side::Staff)).await.map(drop),
        Deed::Ask => domain::notifications::ask_for_question(tx, actor, office.bot.id, -1, id).await,
    }
}

#[tokio::test]
async fn a_role_is_read_afresh() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let worker = &office.workers[0];
    let who = domain::people::Newcomer { telegram_id: worker.telegram_id(), name: "", username: None, language: None };
    database
        .tenant(office.org, async |tx| domain::members::add(tx, &office.owner.actor, &who, Role::Dispatcher).await)
        .await?;
    let now = database.tenant(office.org, async |tx| Actor::load(tx, worker.id()).await).await?;
    assert!(matches!(now, Actor::Member { role: Role::Dispatcher, .. }), "{now:?}");
    assert_eq!(now.member(), worker.actor.member(), "a change of role keeps the membership");

    let refused = database.tenant(office.org, async |tx| domain::members::add(tx, &now, &who, Role::Owner).await).await;
    assert_eq!(refused.unwrap_err().code(), "forbidden", "a dispatcher makes nobody an owner");
    Ok(())
}

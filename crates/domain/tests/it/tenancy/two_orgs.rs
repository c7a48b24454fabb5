//! Two orgs side by side: nothing that one lists, opens or does reaches the other.
//!
//! Every verb that works within an org is tried by A with the ids of B. What comes back must hold nothing of B, and
//! B's rows must be, to the byte, what they were. The census makes sure that no verb is left out.

mod audit;
mod files;
mod forum;
mod hours;
mod imports;
mod incidents;
mod lived;
mod peace;
mod programs;
mod property;
mod reports;
mod requests;
mod rights;
mod signing_in;
mod warnings;
mod webhooks;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
    time::Duration,
};

use domain::{
    Error, Result,
    access::{Actor, Role},
    bot_logins,
    bots::{self, NewBot},
    credentials,
    events::{self, Event},
    feed,
    idempotency::{self},
    ids::EventId,
    invites, members,
    notifications::{self as out, Copied, CopyPart, LinkedMessage, Shown, StaffChat},
    orgs,
    people::{self, Language, Newcomer},
    sessions,
    updates::{self, Effect},
};
use sqlx::{PgConnection, types::Json};
use testkit::fixtures::{self, OrgFixture, PHONES};

use super::census::public_verbs;
use lived::{Lived, asked, live, staff_chat};

/// Every row of the org, table by table.
async fn rows_of(connection: &mut PgConnection, office: &OrgFixture) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut rows = BTreeMap::new();
    for (table, org) in tables.iter().map(|table| (table.as_str(), "org_id")).chain([("orgs", "id")]) {
        let query = format!("select to_jsonb(t)::text from {table} t where {org} = $1 order by 1");
        let found =
            sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(office.org.0).fetch_all(&mut *connection).await?;
        rows.insert(table.to_owned(), found);
    }
    let queued = "select payload::text from jobs._private_jobs where payload ->> 'org_id' = $1 order by 1";
    rows.insert(
        "jobs".to_owned(),
        sqlx::query_scalar(queued).bind(office.org.0.to_string()).fetch_all(connection).await?,
    );
    Ok(rows)
}

/// What came of each verb, and what must not be in it.
struct Findings {
    secrets: BTreeSet<String>,
    tried: BTreeMap<&'static str, String>,
}

impl Findings {
    /// B's ids, and the words that only B has.
    fn new(rows: &BTreeMap<String, Vec<String>>, office: &OrgFixture) -> Self {
        let mut secrets = BTreeSet::from([office.info.name.clone(), office.building.clone()]);
        for row in rows.values().flatten() {
            let words = row.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
            // A preset's id is the same in every org.
            let words = words.filter(|word| !word.starts_with("00000000-0000-7000-8000-"));
            secrets.extend(words.filter(|word| word.parse::<uuid::Uuid>().is_ok()).map(str::to_owned));
        }
        secrets.extend(office.units.iter().map(|unit| unit.invite.clone()));
        Self { secrets, tried: BTreeMap::new() }
    }

    fn note<T: Debug>(&mut self, verb: &'static str, outcome: Result<T>) {
        let outcome = match outcome {
            Ok(given) => {
                let given = format!("{given:?}");
                let leaked: Vec<_> = self.secrets.iter().filter(|secret| given.contains(secret.as_str())).collect();
                assert!(leaked.is_empty(), "{verb} shows {leaked:?} of the other org: {given}");
                if given.len() < 16 { given } else { "its own".to_owned() }
            }
            Err(error @ (Error::Internal(_) | Error::Unavailable(_))) => panic!("{verb}: {error:?}"),
            Err(error) => error.code().to_owned(),
        };
        let line = self.tried.entry(verb).or_default();
        if !line.is_empty() {
            line.push_str(", ");
        }
        line.push_str(&outcome);
    }
}

#[tokio::test]
async fn nothing_of_one_org_reaches_another() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let (own, theirs) = (live(&database, &a).await?, live(&database, &b).await?);
    let their_rights = rights::live(&database, &b).await?;
    let their_hours = Box::pin(hours::live(&database, &b)).await?;
    let their_program = programs::live(&database, &b).await?;
    let their_register = Box::pin(property::live(&database, &b)).await?;
    let their_desk = Box::pin(requests::live(&database, &b)).await?;
    let their_import = Box::pin(imports::live(&database, &b)).await?;
    let their_files = Box::pin(files::live(&database, &b, theirs.request)).await?;
    Box::pin(peace::live(&database, &b, &theirs)).await?;
    Box::pin(forum::live(&database, &b, &theirs)).await?;
    Box::pin(incidents::live(&database, &b, &theirs)).await?;
    let their_warned = Box::pin(warnings::live(&database, &b)).await?;
    let mut superuser = database.superuser().await?;
    let before = rows_of(&mut superuser, &b).await?;
    assert!(
        before.iter().filter(|(_, rows)| rows.is_empty()).all(|(table, _)| [
            "applied_updates",
            "events_unsealed",
            "jobs"
        ]
        .contains(&table.as_str())),
        "{before:?}"
    );
    let mut found = Findings::new(&before, &b);

    let system = &Actor::System;
    let (owner, resident) = (&a.owner.actor, &a.residents[0].actor);
    let stranger = b.residents[0].id();
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }

    tried!("feed::since", |tx| feed::since(tx, owner, EventId(sqlx::types::Uuid::nil()), &BTreeSet::new(), 1000));
    tried!("feed::get", |tx| feed::get(tx, theirs.event));
    tried!("idempotency::claim", |tx| idempotency::claim(tx, &asked(&b)));
    tried!("idempotency::keep", |tx| idempotency::keep(tx, &asked(&b), b"another answer"));
    tried!("access::load", |tx| Actor::load(tx, stranger));
    Box::pin(webhooks::tried(&mut found, &database, &a, &own, &theirs)).await?;
    Box::pin(audit::tried(&mut found, &database, &a, &b, &theirs)).await?;
    Box::pin(rights::tried(&mut found, &database, &a, &their_rights)).await?;
    Box::pin(hours::tried(&mut found, &database, &a, &their_hours)).await?;
    Box::pin(signing_in::tried(&mut found, &database, &a, &b)).await?;
    Box::pin(forum::tried(&mut found, &database, &a, &b, &theirs)).await?;
    Box::pin(peace::tried(&mut found, &database, &a, &b)).await?;
    Box::pin(incidents::tried(&mut found, &database, &a, &b, &theirs)).await;
    Box::pin(reports::tried(&mut found, &database, &a)).await?;
    Box::pin(warnings::tried(&mut found, &database, &a, &b, their_warned)).await?;
    Box::pin(programs::tried(&mut found, &database, &a, &their_program)).await?;

    let token = secrecy::SecretString::from("7:stolen");
    let new = NewBot { telegram_id: b.bot.telegram_id, username: "thief_bot", token: &token };
    found.note("bots::add", bots::add(database.db(), &fixtures::keys()?, a.org, &new).await);
    let mine = a.owner.telegram_id();
    found.note("bots::add_by", bots::add_by(database.db(), &fixtures::keys()?, a.org, mine, &new).await);
    found.note("bots::add_by", bots::add_by(database.db(), &fixtures::keys()?, b.org, mine, &new).await);
    found.note("bots::may_add", bots::may_add(database.db(), b.org, mine).await);
    tried!("bots::of_org", |tx| bots::of_org(tx));
    tried!("bots::username", |tx| bots::username(tx, b.bot.id));
    tried!("bots::any_username", |tx| bots::any_username(tx));
    found.note("bots::remove", bots::remove(database.db(), a.org, b.bot.id).await);

    tried!("events::record", |tx| events::record(
        tx,
        system,
        &Event::RequestCompleted { request: theirs.request, from: domain::requests::Status::InProgress }
    ));
    tried!("events::get", |tx| events::get(tx, theirs.event));
    tried!("events::timeline", |tx| events::timeline(tx, theirs.request));
    tried!("events::timeline", |tx| events::timeline(tx, own.request));

    tried!("orgs::current", |tx| orgs::current(tx));
    tried!("orgs::require_in_force", |tx| orgs::require_in_force(tx));
    tried!("orgs::found", |tx| orgs::found(tx, &orgs::NewOrg::named("Захват")));
    let edit = orgs::Edit { greeting: Some(Some("Здравствуйте".into())), ..orgs::Edit::default() };
    tried!("orgs::edit", |tx| orgs::edit(tx, owner, None, &edit));
    tried!("orgs::delete", |tx| orgs::delete(tx, owner, &b.info.name));
    tried!("orgs::delete", |tx| orgs::delete(tx, owner, &a.info.name));
    tried!("orgs::restore", |tx| orgs::restore(tx, owner));
    found.note("orgs::create_as", orgs::create_as(database.db(), b.org, &orgs::NewOrg::named("Захват")).await);
    found.note("orgs::purge", orgs::purge(database.db(), b.org).await);

    let shown = Shown { was: None, message_id: 1, hash: b"x", version: 9, media_sent: true, picture: None };
    tried!("notifications::card", |tx| out::card(tx, theirs.card));
    tried!("notifications::send_files", |tx| out::send_files(tx, &a.owner.actor, a.bot.id, own.chat, theirs.request));
    tried!("notifications::card_in", |tx| out::card_in(tx, theirs.request, b.bot.id, theirs.chat));
    tried!("notifications::card_in", |tx| out::card_in(tx, theirs.request, a.bot.id, own.chat));
    tried!("notifications::save_shown", |tx| out::save_shown(tx, theirs.card, &shown));
    tried!("notifications::save_thread", |tx| out::save_thread(tx, theirs.card, None));
    tried!("notifications::save_topic_closed", |tx| out::save_topic_closed(tx, theirs.card, true));
    tried!("notifications::show_again", |tx| out::show_again(tx, theirs.request, b.bot.id, theirs.chat));
    tried!("notifications::ask_for_question", |tx| out::ask_for_question(
        tx,
        owner,
        a.bot.id,
        own.chat,
        theirs.request
    ));
    tried!("notifications::ask_for_question", |tx| out::ask_for_question(
        tx,
        owner,
        b.bot.id,
        theirs.chat,
        own.request
    ));
    let link = LinkedMessage { request: theirs.request, is_question: false, comment: None };
    tried!("notifications::link_message", |tx| out::link_message(tx, a.bot.id, own.chat, 1, link));
    let copied = Copied { message_id: 9, part: CopyPart::Words, position: None, file: None, shown: None };
    tried!("notifications::copies", |tx| out::copies(tx, theirs.comment, b.bot.id, theirs.chat));
    tried!("notifications::save_copy", |tx| out::save_copy(tx, theirs.comment, a.bot.id, own.chat, &copied));
    tried!("notifications::forget_copies", |tx| out::forget_copies(tx, theirs.comment, b.bot.id, theirs.chat));
    tried!("notifications::originals", |tx| out::originals(tx, theirs.comment));
    tried!("notifications::message_of", |tx| out::message_of(
        tx,
        theirs.comment,
        b.bot.id,
        b.residents[0].telegram_id()
    ));
    tried!("notifications::refresh_copies", |tx| out::refresh_copies(tx, theirs.comment));
    let message = Some(4000 + b.bot.telegram_id);
    tried!("notifications::linked_message", |tx| out::linked_message(tx, b.bot.id, theirs.chat, message, Some(77)));
    tried!("notifications::linked_message", |tx| out::linked_message(tx, a.bot.id, theirs.chat, message, Some(77)));
    tried!("notifications::fan_out", |tx| out::fan_out(tx, theirs.event));
    tried!("notifications::done", |tx| out::done(tx, theirs.delivery));
    tried!("notifications::later", |tx| out::later(tx, theirs.delivery, Duration::from_secs(9), Some("no")));
    tried!("notifications::fail", |tx| out::fail(tx, theirs.delivery, "no"));
    tried!("notifications::drop_lane", |tx| out::drop_lane(tx, b.bot.id, theirs.chat));
    tried!("notifications::drop_lane", |tx| out::drop_lane(tx, a.bot.id, theirs.chat));
    tried!("notifications::remind_of_drafts", |tx| out::remind_of_drafts(tx, b.bot.id, &[1], database.source().now()));
    tried!("notifications::show_screen_later", |tx| out::show_screen_later(tx, b.bot.id, 1, Duration::ZERO));
    let group =
        StaffChat { bot: b.bot.id, chat_id: own.chat, title: "Захват".into(), is_forum: false, present: true };
    tried!("notifications::link_staff_chat", |tx| out::link_staff_chat(tx, owner, &group));
    tried!("notifications::lose_staff_chat", |tx| out::lose_staff_chat(tx, b.bot.id, theirs.chat));
    tried!("notifications::note_forum", |tx| out::note_forum(tx, b.bot.id, theirs.chat, false));
    tried!("notifications::staff_chat", |tx| out::staff_chat(tx, b.bot.id));
    tried!("notifications::staff_chat", |tx| out::staff_chat(tx, a.bot.id));

    // The same Telegram user lives in both orgs, and is somebody else in each.
    let commuter = Newcomer { telegram_id: fixtures::COMMUTER, name: "Сергей", username: None, language: None };
    tried!("people::identify", |tx| people::identify(tx, &commuter));
    tried!("people::known", |tx| people::known(tx, fixtures::COMMUTER));
    tried!("people::known", |tx| people::known(tx, b.residents[0].telegram_id()));
    tried!("people::language", |tx| people::language(tx, b.residents[0].telegram_id()));
    tried!("people::name", |tx| people::name(tx, stranger));
    tried!("people::account", |tx| people::account(tx, stranger));
    tried!("people::choose_language", |tx| people::choose_language(tx, stranger, Language::En));
    tried!("people::confirm_phone", |tx| people::confirm_phone(tx, stranger, PHONES[0]));
    tried!("people::mark_unreachable", |tx| people::mark_unreachable(tx, b.residents[0].telegram_id()));
    tried!("people::mark_unreachable", |tx| people::mark_unreachable(tx, fixtures::COMMUTER));
    tried!("people::mark_reachable", |tx| people::mark_reachable(tx, fixtures::COMMUTER));
    tried!("members::add", |tx| members::add(tx, owner, &commuter, Role::Worker));
    let (mine, neighbour) = (a.workers[0].actor.member().unwrap(), b.workers[0].actor.member().unwrap());
    let change = members::Change { role: Some(Role::Manager), ..members::Change::default() };
    tried!("members::list", |tx| members::list(tx, owner, &members::Wanted::default()));
    let after = members::Wanted { after: Some(neighbour), ..members::Wanted::default() };
    tried!("members::list", |tx| members::list(tx, owner, &after));
    tried!("members::get", |tx| members::get(tx, owner, neighbour));
    tried!("members::get", |tx| members::get(tx, &b.workers[0].actor, neighbour));
    tried!("members::change", |tx| members::change(tx, owner, neighbour, None, &change));
    let everything = Default::default();
    tried!("members::admit", |tx| members::admit(tx, owner, stranger, Role::Worker, &everything));
    tried!("members::remove", |tx| members::remove(tx, owner, neighbour));
    tried!("members::leave", |tx| members::leave(tx, &b.workers[0].actor));
    tried!("members::offer_ownership", |tx| members::offer_ownership(tx, owner, neighbour));
    tried!("members::offer_ownership", |tx| members::offer_ownership(tx, &b.owner.actor, mine));
    tried!("members::open_offer", |tx| members::open_offer(tx, &b.owner.actor));
    tried!("members::accept_ownership", |tx| members::accept_ownership(tx, &b.workers[0].actor, theirs.offer));
    tried!("members::withdraw_offer", |tx| members::withdraw_offer(tx, &b.owner.actor, theirs.offer));
    tried!("members::news", |tx| members::news(tx, theirs.event));
    let new = invites::NewInvite::to(Role::Worker);
    tried!("invites::create", |tx| invites::create(tx, owner, &new));
    tried!("invites::create", |tx| invites::create(tx, &b.owner.actor, &new));
    tried!("invites::list", |tx| invites::list(tx, owner));
    tried!("invites::get", |tx| invites::get(tx, owner, theirs.invite));
    tried!("invites::revoke", |tx| invites::revoke(tx, owner, theirs.invite));
    tried!("invites::open", |tx| invites::open(tx, &theirs.token));
    tried!("invites::accept", |tx| invites::accept(tx, resident, theirs.invite));

    Box::pin(property::tried(&mut found, &database, &a, &b, &their_register)).await?;
    Box::pin(files::tried(&mut found, &database, &a, &b, their_files, theirs.request)).await?;
    Box::pin(imports::tried(&mut found, &database, &a, &b, their_import)).await?;

    Box::pin(requests::tried(&mut found, &database, (&a, &own), (&b, &theirs, &their_desk))).await?;

    let session = fixtures::session(&database, fixtures::account(&database, &b.owner).await?).await?;
    tried!("sessions::end_all_of", |tx| sessions::end_all_of(tx, stranger, sessions::EndedWhy::ByAdmin));
    tried!("sessions::end_those_of", |tx| sessions::end_those_of(tx, owner, neighbour));
    tried!("sessions::caller", |tx| sessions::caller(tx, session));
    tried!("invites::join", |tx| invites::join(tx, session, &theirs.token));
    tried!("credentials::found", |tx| credentials::found(tx, session, &orgs::NewOrg::named("Захват")));
    tried!("sessions::introduce", |tx| sessions::introduce(tx, session));

    let login = bot_logins::begin(database.db(), "Firefox", None).await?;
    let start = secrecy::ExposeSecret::expose_secret(&login.start).to_owned();
    let asked = database.tenant(a.org, async |tx| bot_logins::asked(tx, &start).await).await?;
    tried!("bot_logins::answer", |tx| bot_logins::answer(tx, stranger, asked.id, Some(login.number)));
    found.note("bot_logins::asked", Ok(asked.device));
    found.note("credentials::make_link", credentials::make_link(database.db(), a.org, stranger).await.map(drop));

    // The same human, whom both orgs know, comes in by the bot of A: that is A's business alone.
    let opened = sessions::sign_in_from_telegram(database.db(), a.org, &commuter, [7; 32], "Telegram", None).await;
    found.note("sessions::sign_in_from_telegram", opened.map(|opened| opened.is_some_and(|opened| opened.is_new)));

    found.note("updates::was_applied", updates::was_applied(database.db(), a.org, b.bot.id, 1).await);
    let mut effect = Effect::new(database.db().clone(), a.org, b.bot.id, 1);
    found.note("updates::tx", effect.tx().await.map(drop));

    let missing: Vec<_> = public_verbs().into_iter().filter(|verb| !found.tried.contains_key(verb.as_str())).collect();
    assert!(missing.is_empty(), "try these with the ids of another org too: {missing:?}");
    assert_eq!(rows_of(&mut superuser, &b).await?, before, "a row of B was changed by A");
    let table: Vec<String> = found.tried.iter().map(|(verb, outcome)| format!("{verb:<36} {outcome}")).collect();
    insta::assert_snapshot!(table.join("\n"));
    Ok(())
}

#[tokio::test]
async fn a_job_carries_the_org_of_its_transaction() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let mut tx = database.db().tenant(a.org).await?;
    tx.enqueue("fan_out", &serde_json::json!({ "org_id": b.org, "event": a.org })).await?;
    tx.commit().await?;
    let mut superuser = database.superuser().await?;
    let (Json(payload),): (Json<serde_json::Value>,) =
        sqlx::query_as("select payload from jobs._private_jobs").fetch_one(&mut superuser).await?;
    assert_eq!(
        payload["org_id"],
        serde_json::json!(a.org),
        "the org comes from the transaction, never from the payload"
    );
    Ok(())
}

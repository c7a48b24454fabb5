//! The same for requests and their categories.

use chrono::{DateTime, TimeDelta};
use domain::{
    access::Actor,
    categories::{self, NewCategory},
    ids::{CategoryId, MaterialId, RequestId},
    requests::{
        self, Attachment, AttachmentKind, Closing, Edit, Filter, NewComment, NewRequest, Origin, Pause, PauseReason,
        Place, Reworded, Side, Stage,
    },
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::{Findings, Lived};

/// What an org has of these: a request with everything that can belong to one, about a category of the org's own.
pub(super) struct Desk {
    request: RequestId,
    category: CategoryId,
    material: MaterialId,
}

fn bees(office: &OrgFixture) -> NewCategory {
    let name = |word: &str| format!("{word} {}", office.info.name);
    NewCategory {
        parent: None,
        icon: "🐝".to_owned(),
        names: categories::Names { ru: name("Пчёлы"), uz: name("Asalarilar"), en: name("Bees") },
        places: categories::PlaceKind::ALL.to_vec(),
        shared: true,
        terms: categories::Terms {
            priority: categories::Priority::Normal,
            respond_minutes: None,
            resolve_minutes: None,
            skill: None,
            photo_before: false,
            photo_after: false,
            checklist: vec![name("Надеть сетку")],
        },
        keywords: vec![],
        position: 1000,
    }
}

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Desk> {
    let [worker, helper] = [&office.workers[0].actor, &office.workers[1].actor];
    let [anna, sergey] = [&office.residents[0], &office.residents[1]];
    let name = format!("Дымарь {}", office.info.name);
    let mut tx = database.db().tenant(office.org).await?;
    let category = categories::create(&mut tx, &office.owner.actor, bees(office)).await?.id;
    let unit = anna.identity.homes[0].unit;
    let new =
        NewRequest { category, unit: Some(unit), ..fixtures::request(office, "other", "Улей на чердаке") };
    let request = requests::file(&mut tx, &anna.actor, &new).await?.id;
    requests::join(&mut tx, &sergey.actor, request, sergey.identity.homes[0].unit).await?;
    requests::take(&mut tx, worker, request).await?;
    requests::help(&mut tx, helper, request).await?;
    requests::add_material(&mut tx, worker, request, &name, 1000, 100).await?;
    let material = requests::evidence(&mut tx, worker, request).await?.materials[0].id;
    tx.commit().await?;
    fixtures::run_fan_out(database).await?;
    Ok(Desk { request, category, material })
}

/// Whose what is tried.
struct Tried<'a> {
    a: &'a OrgFixture,
    b: &'a OrgFixture,
    own: &'a Lived,
    theirs: &'a Lived,
    desk: &'a Desk,
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    (a, own): (&OrgFixture, &Lived),
    (b, theirs, desk): (&OrgFixture, &Lived, &Desk),
) -> anyhow::Result<()> {
    let tried = Tried { a, b, own, theirs, desk };
    Box::pin(as_residents(found, database, &tried)).await?;
    Box::pin(at_the_desk(found, database, &tried)).await?;
    Box::pin(at_work(found, database, &tried)).await?;
    Box::pin(about_categories(found, database, &tried)).await
}

/// What residents do, and what is read.
async fn as_residents(found: &mut Findings, database: &TestDatabase, tried: &Tried<'_>) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(tried.a.org, async |$tx| $call.await).await)
        };
    }
    let Tried { a, b, own, theirs, .. } = *tried;
    let (owner, resident, system) = (&a.owner.actor, &a.residents[0].actor, &Actor::System);
    let mut new = NewRequest {
        place: Place::Unit(b.units[0].unit), ..fixtures::request(a, "other", "Чужая квартира")
    };
    tried!("requests::file", |tx| requests::file(tx, resident, &new));
    (new.place, new.unit) = (Place::Yard, Some(b.units[0].unit));
    tried!("requests::file", |tx| requests::file(tx, resident, &new));
    tried!("requests::take", |tx| requests::take(tx, owner, theirs.request));
    tried!("requests::complete", |tx| requests::complete(tx, system, theirs.request, None));
    for actor in [system, owner, resident] {
        tried!("requests::accept", |tx| requests::accept(tx, actor, theirs.done));
        tried!("requests::return_to_work", |tx| requests::return_to_work(tx, actor, theirs.done));
        tried!("requests::cancel", |tx| requests::cancel(tx, actor, theirs.request, None));
        tried!("requests::rate", |tx| requests::rate(tx, actor, theirs.done, 1));
        tried!("requests::get", |tx| requests::get(tx, actor, theirs.request));
    }
    for side in [Side::Staff, Side::Resident] {
        let word = NewComment {
            request: theirs.request,
            side,
            is_question: false,
            is_internal: false,
            words: "Слово",
            attachments: &[],
            album: None,
            point: None,
            origin: None,
        };
        tried!("requests::comment", |tx| requests::comment(tx, owner, &word));
    }
    tried!("requests::seen_because", |tx| requests::seen_because(tx, owner, theirs.request));
    tried!("requests::addressed", |tx| requests::addressed(tx, owner, theirs.request));
    tried!("requests::list", |tx| requests::list(tx, owner, &Filter::default(), None, 99));
    tried!("requests::list_own", |tx| requests::list_own(tx, &a.residents[1].actor, None, 99));
    tried!("requests::list_own", |tx| requests::list_own(tx, &b.residents[0].actor, None, 99));
    tried!("requests::list_waiting", |tx| requests::list_waiting(tx, system));
    tried!("requests::attachments", |tx| requests::attachments(tx, theirs.request, Some(theirs.comment)));
    tried!("requests::has_album", |tx| requests::has_album(tx, theirs.request, "album"));
    tried!("requests::has_album", |tx| requests::has_album(tx, own.request, "album"));
    tried!("requests::comment_by_id", |tx| requests::comment_by_id(tx, theirs.comment));
    let origin = Origin { bot: b.bot.id, chat_id: b.residents[0].telegram_id(), message_id: 17, answers: None };
    tried!("requests::comment_of", |tx| requests::comment_of(tx, origin));
    for actor in [owner, resident, &b.residents[0].actor] {
        let words = Reworded::Words("Иначе");
        tried!("requests::edit_comment", |tx| requests::edit_comment(tx, actor, theirs.comment, &words));
        tried!("requests::delete_comment", |tx| requests::delete_comment(tx, actor, theirs.comment));
    }
    tried!("requests::number_of", |tx| requests::number_of(tx, theirs.request));
    Ok(())
}

/// What the desk does.
async fn at_the_desk(found: &mut Findings, database: &TestDatabase, tried: &Tried<'_>) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(tried.a.org, async |$tx| $call.await).await)
        };
    }
    let Tried { a, b, own, theirs, .. } = *tried;
    let (owner, resident) = (&a.owner.actor, &a.residents[0].actor);
    let their_worker = b.workers[0].actor.member().unwrap();
    let other = fixtures::category("other");
    tried!("requests::alike", |tx| requests::alike(tx, resident, other, b.units[0].unit));
    tried!("requests::join", |tx| requests::join(tx, resident, theirs.request, a.units[0].unit));
    tried!("requests::join", |tx| requests::join(tx, resident, theirs.request, b.units[0].unit));
    tried!("requests::assign", |tx| requests::assign(tx, owner, theirs.request, a.workers[0].actor.member().unwrap()));
    tried!("requests::assign", |tx| requests::assign(tx, owner, own.request, their_worker));
    tried!("requests::workers", |tx| requests::workers(tx, owner, None));
    tried!("requests::merge", |tx| requests::merge(tx, owner, own.request, theirs.request));
    tried!("requests::merge", |tx| requests::merge(tx, owner, theirs.request, own.request));
    tried!("requests::followers", |tx| requests::followers(tx, theirs.request));
    Ok(())
}

/// What whoever has a request does.
async fn at_work(found: &mut Findings, database: &TestDatabase, tried: &Tried<'_>) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(tried.a.org, async |$tx| $call.await).await)
        };
    }
    let Tried { a, theirs, desk: their_desk, .. } = *tried;
    let (owner, system) = (&a.owner.actor, &Actor::System);
    let photo = [Attachment {
        kind: AttachmentKind::Photo,
        file_id: "f".to_owned(),
        file_unique_id: "u".to_owned(),
        stored: None,
    }];
    for actor in [system, owner] {
        let (id, busy) = (theirs.request, their_desk.request);
        let until = database.db().source().now() + TimeDelta::days(1);
        let pause = Pause { reason: PauseReason::Part, until };
        tried!("requests::mergeable", |tx| requests::mergeable(tx, actor, id));
        tried!("requests::offer", |tx| requests::offer(tx, actor, id));
        tried!("requests::edit", |tx| requests::edit(tx, actor, id, None, &Edit::default()));
        tried!("requests::decline", |tx| requests::decline(tx, actor, id, "Нет"));
        tried!("requests::close", |tx| requests::close(tx, actor, theirs.done, Closing::ByStaff));
        tried!("requests::depart", |tx| requests::depart(tx, actor, id));
        tried!("requests::arrive", |tx| requests::arrive(tx, actor, id, None));
        tried!("requests::pause", |tx| requests::pause(tx, actor, id, pause));
        tried!("requests::resume", |tx| requests::resume(tx, actor, id));
        tried!("requests::release", |tx| requests::release(tx, actor, id, "Занят"));
        tried!("requests::help", |tx| requests::help(tx, owner, id));
        tried!("requests::reopen", |tx| requests::reopen(tx, actor, theirs.done));
        tried!("requests::remark", |tx| requests::remark(tx, actor, theirs.done, Some("fast"), None));
        tried!("requests::history", |tx| requests::history(tx, actor, id));
        tried!("requests::evidence", |tx| requests::evidence(tx, actor, id));
        tried!("requests::photos", |tx| requests::photos(tx, actor, id, Stage::Before));
        tried!("requests::job", |tx| requests::job(tx, id, tried.b.residents[0].id()));
        tried!("requests::worked_on", |tx| requests::worked_on(tx, actor, id));
        tried!("requests::phone", |tx| requests::phone(tx, actor, id));
        tried!("requests::jobs", |tx| requests::jobs(tx, actor, 99));
        tried!("requests::turnout", |tx| requests::turnout(tx, actor, DateTime::UNIX_EPOCH, until));
        tried!("requests::toggle_step", |tx| requests::toggle_step(tx, actor, busy, 0));
        tried!("requests::add_photos", |tx| requests::add_photos(tx, actor, id, Stage::After, &photo));
        tried!("requests::add_material", |tx| requests::add_material(tx, actor, id, "Сифон", 1000, 1));
        tried!("requests::usual_materials", |tx| requests::usual_materials(tx, actor, busy));
        tried!("requests::add_usual_material", |tx| {
            requests::add_usual_material(tx, actor, busy, their_desk.material)
        });
        tried!("requests::remove_material", |tx| requests::remove_material(tx, actor, busy, their_desk.material));
        tried!("requests::offer_price", |tx| requests::offer_price(tx, actor, id, 1));
        tried!("requests::answer_price", |tx| requests::answer_price(tx, actor, id, 1, true));
    }
    Ok(())
}

/// What the settings do.
async fn about_categories(found: &mut Findings, database: &TestDatabase, tried: &Tried<'_>) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(tried.a.org, async |$tx| $call.await).await)
        };
    }
    let Tried { a, desk: their_desk, .. } = *tried;
    let owner = &a.owner.actor;
    let theirs = their_desk.category;
    let under = NewCategory { parent: Some(theirs), ..bees(a) };
    tried!("categories::create", |tx| categories::create(tx, owner, under.clone()));
    tried!("categories::get", |tx| categories::get(tx, owner, theirs));
    tried!("categories::edit", |tx| categories::edit(tx, owner, theirs, None, &categories::Edit::default()));
    tried!("categories::archive", |tx| categories::archive(tx, owner, theirs));
    tried!("categories::list", |tx| categories::list(tx, owner));
    tried!("categories::all", |tx| categories::all(tx));
    tried!("categories::install", |tx| categories::install(tx));
    Ok(())
}

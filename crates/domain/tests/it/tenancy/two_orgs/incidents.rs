//! The same for incidents, and the messages that raise their alarm.

use domain::{
    notifications::{self as out, AlarmMessage},
    property,
    requests::{
        IncidentStage,
        incidents::{self, NewIncident, News, Scope, Wanted},
    },
};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::{Findings, Lived, staff_chat};

fn message() -> AlarmMessage {
    AlarmMessage { thread_id: Some(6), message_id: 70, shown: b"shown".to_vec() }
}

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture, lived: &Lived) -> anyhow::Result<()> {
    let (chat, owner) = (staff_chat(office), &office.owner.actor);
    database
        .tenant(office.org, async |tx| {
            incidents::declare(tx, owner, lived.request, Scope::Building).await?;
            let news = News { stage: Some(IncidentStage::Searching), ..News::default() };
            incidents::tell(tx, owner, lived.request, &news).await?;
            out::save_alarm(tx, lived.request, office.bot.id, chat, &message()).await
        })
        .await?;
    testkit::fixtures::run_fan_out(database).await?;
    Ok(())
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    b: &OrgFixture,
    theirs: &Lived,
) {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let (owner, id, chat, bot) = (&a.owner.actor, theirs.request, staff_chat(b), b.bot.id);
    let news = News { stage: Some(IncidentStage::Restoring), ..News::default() };
    tried!("requests::parts", |tx| incidents::parts(tx, owner, id));
    tried!("requests::declare", |tx| incidents::declare(tx, owner, id, Scope::Building));
    tried!("requests::dismiss", |tx| incidents::dismiss(tx, owner, id));
    tried!("requests::accept", |tx| incidents::accept(tx, owner, id));
    tried!("requests::tell", |tx| incidents::tell(tx, owner, id, &news));
    let unit = b.units[1].unit;
    let home = database.tenant(b.org, async |tx| property::unit(tx, &b.owner.actor, unit).await).await;
    assert!(home.is_ok(), "B has a home");
    let Ok(property::Unit { building, .. }) = home else { return };
    let wanted = Wanted { limit: 100, ..Wanted::default() };
    tried!("requests::incidents", |tx| incidents::incidents(tx, owner, &wanted));
    tried!("requests::incident", |tx| incidents::incident(tx, owner, id));
    tried!("requests::end", |tx| incidents::end(tx, owner, id));
    let new = NewIncident {
        building,
        scope: Scope::Building,
        category: testkit::fixtures::category("elevator"),
        words: "Чужая",
    };
    tried!("requests::begin", |tx| incidents::begin(tx, owner, &new));
    tried!("requests::at_message", |tx| incidents::at_message(tx, bot, chat, 70));
    tried!("requests::gather", |tx| incidents::gather(tx, id));
    tried!("notifications::alarm", |tx| out::alarm(tx, id, bot, chat));
    tried!("notifications::save_alarm", |tx| out::save_alarm(tx, id, bot, chat, &message()));
}

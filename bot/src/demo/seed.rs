//! The demo's org and its first requests, made by the product's own verbs.

use anyhow::Context as _;
use domain::{
    OrgId,
    access::{Actor, Role as Duty},
    bots, categories,
    ids::{BotId, RequestId},
    members,
    notifications::{self, Quiet},
    orgs::{self, NewOrg},
    people::{self, Language, Newcomer},
    property::{self, NewUnit},
    requests::{self, NewComment, NewRequest, Place, Side},
};
use platform::jobs::Jobs;

use super::{
    Link,
    cast::{AKMAL, ANNA, BOBUR, DILNOZA, GULNORA, MALIKA, ORG, RUSTAM, Role, SERGEY},
};
use crate::app::App;

const HOUSE_5: &str = "Баҳор, 5";
const HOUSE_7: &str = "Баҳор, 7";

/// The org, and whether it had to be made.
pub(super) async fn org(app: &App) -> anyhow::Result<(OrgId, bool)> {
    if let Some(known) = orgs::list(&app.db).await?.into_iter().find(|org| org.name == ORG) {
        return Ok((known.id, false));
    }
    let owner = newcomer(&RUSTAM).1;
    let name = RUSTAM.name();
    let new = NewOrg { owner: Some(Newcomer { name: &name, ..owner }), ..NewOrg::named(ORG) };
    let org = orgs::create(&app.db, &new).await?;
    // Whoever tries the demo at night wants to see what comes of it.
    let mut tx = app.db.tenant(org).await?;
    notifications::set_quiet(&mut tx, &Actor::System, Quiet { on: false, ..Quiet::default() }).await?;
    tx.commit().await?;
    Ok((org, true))
}

/// Two houses, thirty flats; the register knows a few phones. Returns the links of the two newcomers' flats.
pub(super) async fn property(app: &App, org: OrgId) -> anyhow::Result<Vec<Link>> {
    let mut tx = app.db.tenant(org).await?;
    let mut links = vec![];
    for (house, first) in [(HOUSE_5, 30), (HOUSE_7, 1)] {
        for number in first..first + 15 {
            let resident =
                [(HOUSE_5, 42, &ANNA), (HOUSE_5, 32, &SERGEY), (HOUSE_7, 7, &DILNOZA), (HOUSE_7, 10, &GULNORA)]
                    .into_iter()
                    .find_map(|(h, n, role)| (h == house && n == number).then_some(role));
            let place = i16::try_from(number - first)?;
            let new = NewUnit {
                address: house,
                number: &number.to_string(),
                entrance: Some(place / 8 + 1),
                floor: Some(place % 8 / 2 + 1),
                phone: resident.map(|role| role.phone),
            };
            let link = property::add_unit(&mut tx, &Actor::System, &new).await?;
            let start = format!("f_{}", link.invite);
            match resident {
                Some(role) if role.id == ANNA.id => {
                    links.push(Link { person: role.id, what: "Анна, Баҳор 5, кв. 42", start })
                }
                Some(role) if role.id == DILNOZA.id => {
                    links.push(Link { person: role.id, what: "Dilnoza, Bahor 7, 7-xonadon", start });
                }
                _ => {}
            }
        }
    }
    tx.commit().await?;
    Ok(links)
}

/// Those who work for the org, and two residents who are at home already.
pub(super) async fn people(app: &App, org: OrgId) -> anyhow::Result<()> {
    let mut tx = app.db.tenant(org).await?;
    for (role, duty) in [(&MALIKA, Duty::Dispatcher), (&BOBUR, Duty::Worker), (&AKMAL, Duty::Worker)] {
        let (name, new) = newcomer(role);
        members::add(&mut tx, &Actor::System, &Newcomer { name: &name, ..new }, duty).await?;
    }
    for role in [&SERGEY, &GULNORA] {
        let (name, new) = newcomer(role);
        let person = people::identify(&mut tx, &Newcomer { name: &name, ..new }).await?.person;
        people::confirm_phone(&mut tx, person, role.phone).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// A few requests in different states. Everything after the filing is done once the card of the filing is out, as it
/// would be in life.
pub(super) async fn requests(app: &App, jobs: &Jobs, org: OrgId, bot_telegram_id: i64) -> anyhow::Result<()> {
    let bot =
        bots::by_telegram_id(&app.db, &app.keys, bot_telegram_id).await?.context("the demo's bot is not there")?.id;
    let leak = file(app, org, bot, &SERGEY, "leak", "Течёт под раковиной на кухне, пол мокрый.").await?;
    let lamp =
        file(app, org, bot, &SERGEY, "light", "Не горит свет на лестнице между вторым и третьим этажом.").await?;
    let lift =
        file(app, org, bot, &GULNORA, "elevator_off", "Lift ikkinchi qavatda to‘xtab qoldi, eshigi ochilmayapti.")
            .await?;
    file(app, org, bot, &GULNORA, "yard", "Hovlidagi skameyka singan, bolalar yiqilishi mumkin.").await?;
    settle(app, jobs).await?;

    let mut tx = app.db.tenant(org).await?;
    let (bobur, akmal) = (actor(&mut tx, &BOBUR).await?, actor(&mut tx, &AKMAL).await?);
    let (sergey, gulnora) = (actor(&mut tx, &SERGEY).await?, actor(&mut tx, &GULNORA).await?);
    requests::take(&mut tx, &bobur, leak).await?;
    let ask = NewComment {
        request: leak,
        side: Side::Staff,
        is_question: true,
        is_internal: false,
        words: "Когда вас застать дома сегодня?",
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    requests::comment(&mut tx, &bobur, &ask).await?;
    requests::take(&mut tx, &akmal, lamp).await?;
    requests::complete(&mut tx, &akmal, lamp, None).await?;
    requests::accept(&mut tx, &sergey, lamp).await?;
    requests::rate(&mut tx, &sergey, lamp, 5).await?;
    requests::take(&mut tx, &akmal, lift).await?;
    requests::complete(&mut tx, &akmal, lift, None).await?;
    requests::get(&mut tx, &gulnora, lift).await?;
    tx.commit().await?;
    settle(app, jobs).await
}

async fn file(app: &App, org: OrgId, bot: BotId, who: &Role, category: &str, words: &str) -> anyhow::Result<RequestId> {
    let mut tx = app.db.tenant(org).await?;
    let identity = people::known(&mut tx, who.id).await?;
    let actor = Actor::load(&mut tx, identity.person).await?;
    let home = identity.homes.first().context("a resident of the demo has no home")?.unit;
    let place = match category {
        "leak" => Place::Unit(home),
        "yard" => Place::Yard,
        _ => Place::Entrance,
    };
    let categories = categories::all(&mut tx).await?;
    let category = categories.by_code(category).context("a category of the demo is not there")?.id;
    let new = NewRequest {
        category,
        place,
        unit: Some(home),
        priority: None,
        slot: None,
        reporter: None,
        words,
        attachments: &[],
        bot: Some(bot),
        draft_message: None,
    };
    let filed = requests::file(&mut tx, &actor, &new).await?;
    tx.commit().await?;
    Ok(filed.id)
}

/// Waits until everything that followed has been told and sent.
async fn settle(app: &App, jobs: &Jobs) -> anyhow::Result<()> {
    let look = std::time::Duration::from_millis(50);
    for _ in 0..600 {
        let (jobs, _) = jobs.waiting().await?;
        let (deliveries, _) = domain::notifications::waiting(&app.db).await?;
        if jobs == 0 && deliveries == 0 {
            return Ok(());
        }
        tokio::time::sleep(look).await;
    }
    anyhow::bail!("the demo's first requests did not reach the chats within 30 s: see the log above")
}

async fn actor(tx: &mut domain::TenantTx, who: &Role) -> anyhow::Result<Actor> {
    let person = people::known(tx, who.id).await?.person;
    Ok(Actor::load(tx, person).await?)
}

fn newcomer(role: &Role) -> (String, Newcomer<'static>) {
    let language = match role.language {
        "uz" => Language::Uz,
        _ => Language::Ru,
    };
    (role.name(), Newcomer { telegram_id: role.id, name: "", username: None, language: Some(language) })
}

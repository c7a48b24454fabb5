//! `/sessions`: where one is signed in, and the way out of each.

use domain::{
    ids::AccountId,
    people::{self, Language},
    sessions::{self, Kind, NewSession},
};
use testkit::{TestDatabase, fixtures};

use crate::chat::Chat;

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1";

async fn sign_in(
    database: &TestDatabase,
    account: AccountId,
    kind: Kind,
    device: &str,
    from: &str,
) -> anyhow::Result<()> {
    let address = from.parse().ok();
    let new = NewSession { account, kind, home: None, device, address, proof: None };
    let mut tx = database.db().system().await?;
    sessions::open(&mut tx, &new).await?;
    database.source().advance(std::time::Duration::from_secs(60));
    Ok(tx.commit().await?)
}

#[tokio::test]
async fn somebody_sees_where_they_are_signed_in_and_ends_one_and_all() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let residents = [
        (&office.residents[0], Language::Ru),
        (&office.residents[1], Language::Uz),
        (&office.workers[0], Language::En),
    ];
    for (person, language) in residents {
        database.tenant(office.org, async |tx| people::choose_language(tx, person.id(), language).await).await?;
        let mut chat = Chat::open(&database, &office, person.telegram_id(), "", language).await?;
        let t = dialogues::lang_of(language);
        chat.says("/sessions").await?; // none yet
        let account = fixtures::account(&database, person).await?;
        sign_in(&database, account, Kind::Console, FIREFOX, "203.0.113.9").await?;
        sign_in(&database, account, Kind::MiniApp, PHONE, "198.51.100.7").await?;
        sign_in(&database, account, Kind::MiniApp, "", "").await?;
        chat.says("/sessions").await?;
        chat.taps("Firefox").await?;
        let end = chat.button(&i18n::t::sessions::end(t));
        chat.taps(&i18n::t::sessions::end(t)).await?;
        chat.taps_old("☠", &end.encode()).await?; // it has ended already
        chat.says("/sessions").await?;
        chat.taps(&i18n::t::sessions::end_all(t)).await?;
        chat.taps(&i18n::t::sessions::all_yes(t)).await?;
        insta::assert_snapshot!(format!("sessions_in_{language:?}"), chat.transcript);
    }
    Ok(())
}

#[tokio::test]
async fn many_sign_ins_come_page_by_page_and_are_nobody_elses() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (own, other) = (&office.residents[0], &office.residents[1]);
    for (person, count) in [(own, 9), (other, 1)] {
        let account = fixtures::account(&database, person).await?;
        for nth in 0..count {
            sign_in(&database, account, Kind::Console, FIREFOX, &format!("203.0.113.{nth}")).await?;
        }
    }
    let mut chat = Chat::open(&database, &office, own.telegram_id(), "", Language::Ru).await?;
    chat.says("/sessions").await?;
    chat.taps(&i18n::t::members::next(i18n::Lang::Ru)).await?;
    let first = chat.button("203.0.113.0"); // the oldest one, and the last
    chat.taps(&i18n::t::members::first(i18n::Lang::Ru)).await?;
    let mut stranger = Chat::open(&database, &office, other.telegram_id(), "", Language::Ru).await?;
    stranger.taps_old("чужой сеанс", &first.encode()).await?;
    insta::assert_snapshot!("sessions_in_pages", chat.transcript);
    insta::assert_snapshot!("sessions_of_others", stranger.transcript);
    Ok(())
}

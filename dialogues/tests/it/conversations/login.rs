//! «Войти через бота»: the question, and its three answers.

use domain::{bot_logins, people::Language};
use secrecy::ExposeSecret as _;
use testkit::fixtures;

use super::NEWCOMER;
use crate::chat::Chat;

#[tokio::test]
async fn signing_in_to_the_console() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
    let address = Some("203.0.113.9".parse()?);
    for (language, id) in [(Language::Ru, 0), (Language::Uz, 1), (Language::En, 2)] {
        let mut chat = Chat::open(&database, &office, NEWCOMER + id, "Дильноза Каримова", language).await?;
        let begun = bot_logins::begin(database.db(), firefox, address).await?;
        chat.says(&format!("/start l_{}", begun.start.expose_secret())).await?;
        chat.taps(&begun.number.to_string()).await?;
        chat.says(&format!("/start l_{}", begun.start.expose_secret())).await?;
        let begun = bot_logins::begin(database.db(), firefox, None).await?;
        chat.says(&format!("/start l_{}", begun.start.expose_secret())).await?;
        let no = i18n::t::auth::login_no(dialogues::lang_of(language));
        chat.taps(&no).await?;
        insta::assert_snapshot!(format!("signing_in_in_{:?}", language), chat.transcript);
    }
    Ok(())
}

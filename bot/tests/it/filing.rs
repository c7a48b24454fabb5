//! How a resident files a request in Russian, for the tests that are about something else.

use playground::Talk;

use crate::Test;

/// Up to the draft, which waits to be sent: about cleaning, in the entrance. (The yard is a category too: where an
/// older screen is left, its button would be found.)
pub async fn draft(chat: &Talk, words: &str) -> Test {
    chat.says(words)?;
    chat.waits_for("О чём заявка?").await?;
    chat.taps("🧹 Уборка")?.answered().await?;
    chat.sees("Где это?").await?;
    chat.taps("🚪 Подъезд")?.answered().await?;
    chat.sees("Проверьте и отправьте").await?;
    Ok(())
}

/// The same, and it is sent.
pub async fn file(chat: &Talk, words: &str) -> Test {
    draft(chat, words).await?;
    chat.taps("✅ Отправить")?.answered().await?;
    Ok(())
}

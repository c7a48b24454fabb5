//! How a resident files a request in Russian, for the tests that are about something else.

use playground::Talk;

use crate::Test;

/// Up to the draft, which waits to be sent: about the intercom at home, which is no neighbour's. The words say nothing
/// that would be understood.
pub async fn draft(chat: &Talk, words: &str) -> Test {
    chat.says(words)?;
    chat.waits_for("О чём заявка?").await?;
    chat.taps("🔔 Домофон и двери")?.answered().await?;
    chat.sees("Проверьте и отправьте").await?;
    Ok(())
}

/// The same, and it is sent.
pub async fn file(chat: &Talk, words: &str) -> Test {
    draft(chat, words).await?;
    chat.taps("✅ Отправить")?.answered().await?;
    Ok(())
}

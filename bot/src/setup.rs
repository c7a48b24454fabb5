//! What Telegram is told of a bot: where to deliver, and which commands there are.

use dialogues::lang_of;
use domain::orgs::Org;
use i18n::{Lang, t};
use reqwest::Url;
use secrecy::ExposeSecret as _;

use crate::{
    app::Shared,
    telegram::{
        CallError, Token, WebAppInfo,
        methods::{BotCommand, BotCommandScope, MenuButton, SetChatMenuButton, SetMyCommands, SetWebhook},
    },
    updates_wanted,
};

/// How many chats Telegram may deliver for side by side (Bot API, `setWebhook`: at most 100).
const CONNECTIONS: u32 = 80;

/// Where Telegram delivers the updates of this bot.
pub fn webhook_url(public: &Url, bot_id: i64) -> String {
    format!("{}/telegram/{bot_id}", public.as_str().trim_end_matches('/'))
}

/// Sets the webhook, with its secret.
pub async fn set_webhook(
    app: &Shared,
    token: &Token,
    public: &Url,
    secret: &secrecy::SecretString,
) -> Result<(), CallError> {
    let webhook = SetWebhook {
        url: webhook_url(public, token.bot_id()),
        secret_token: Some(secret.expose_secret().to_owned()),
        max_connections: Some(CONNECTIONS),
        allowed_updates: Some(updates_wanted()),
        ..SetWebhook::default()
    };
    app.telegram.call(token, &webhook).await.map(drop)
}

/// Puts the mini-app under the button beside the input line. It is told which bot opened it, since what Telegram signs
/// does not say so. Telegram opens nothing without TLS, except one on this very machine: otherwise the button stays.
pub async fn set_menu_button(app: &Shared, token: &Token, public: &Url, username: &str) -> Result<(), CallError> {
    let is_local = matches!(public.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    if public.scheme() != "https" && !is_local {
        return Ok(());
    }
    let web_app = WebAppInfo { url: format!("{}/app/?bot={username}", public.as_str().trim_end_matches('/')) };
    let menu_button = MenuButton::WebApp { text: "Kontora".to_owned(), web_app };
    app.telegram.call(token, &SetChatMenuButton { chat_id: None, menu_button }).await.map(drop)
}

/// Sets the commands, for every language; whoever speaks none of ours reads the org's own.
pub async fn set_commands(app: &Shared, token: &Token, org: &Org) -> Result<(), CallError> {
    let languages = Lang::ALL.map(|lang| (lang, Some(lang.code().to_owned())));
    for (lang, code) in languages.into_iter().chain([(lang_of(org.language), None)]) {
        let commands = SetMyCommands {
            commands: private_commands(lang),
            scope: Some(BotCommandScope::AllPrivateChats),
            language_code: code,
        };
        app.telegram.call(token, &commands).await?;
    }
    Ok(())
}

/// What a person may command in their private chat. A command is a hint only: rights are asked at each step.
fn private_commands(lang: Lang) -> Vec<BotCommand> {
    let command = |name: &str, description: String| BotCommand { command: name.to_owned(), description };
    vec![
        command("new", t::menu::command_new(lang)),
        command("my", t::menu::command_my(lang)),
        command("jobs", t::work::command_jobs(lang)),
        command("menu", t::menu::command_menu(lang)),
        command("language", t::menu::command_language(lang)),
        command("settings", t::notifications::command(lang)),
        command("sessions", t::sessions::command(lang)),
        command("cancel", t::menu::command_cancel(lang)),
        command("help", t::menu::command_help(lang)),
    ]
}

//! A person's chat with the bot, without Telegram: what they do goes through `dialogues::handle`, what they see is
//! written down as a transcript.

use std::{
    fmt::Write as _,
    sync::atomic::{AtomicI64, Ordering},
};

use dialogues::{
    Action, Buttons, Contact, Ctx, Input, Key, Said, Screen, Show, State, Viewer, lang_of,
    text::{Look, Text},
};
use domain::{
    Error,
    people::{self, Identity, Language, Newcomer},
    requests::{Attachment, AttachmentKind},
    updates::Effect,
};
use testkit::{TestDatabase, fixtures::OrgFixture};

use crate::limits;

/// The updates of this process, of all chats.
static UPDATES: AtomicI64 = AtomicI64::new(1);

/// A chat and its transcript so far.
pub struct Chat<'a> {
    database: &'a TestDatabase,
    office: &'a OrgFixture,
    identity: Identity,
    pub state: State,
    /// The last message with buttons: what can be tapped.
    screen: Option<Screen>,
    pub transcript: String,
    /// The link of the last QR code.
    pub link: Option<String>,
}

impl<'a> Chat<'a> {
    /// A chat of whoever has this Telegram id, met now if not before.
    pub async fn open(
        database: &'a TestDatabase,
        office: &'a OrgFixture,
        telegram_id: i64,
        name: &str,
        language: Language,
    ) -> anyhow::Result<Self> {
        let who = Newcomer { telegram_id, name, username: None, language: Some(language) };
        let identity = database.tenant(office.org, async |tx| people::identify(tx, &who).await).await?;
        Ok(Self {
            database,
            office,
            identity,
            state: State::default(),
            screen: None,
            transcript: String::new(),
            link: None,
        })
    }

    /// Writes words, or a command.
    pub async fn says(&mut self, words: &str) -> anyhow::Result<()> {
        let shown = if words.chars().count() > 80 {
            format!("{}…×{}", words.chars().take(20).collect::<String>(), words.chars().count())
        } else {
            words.to_owned()
        };
        self.acts(&shown, Input::message(Said { words: words.to_owned(), ..Said::default() })).await
    }

    /// Opens the deep link of a unit. Its token is not for the transcript.
    pub async fn follows_link(&mut self, number: &str, invite: &str) -> anyhow::Result<()> {
        let input = Input::message(Said { words: format!("/start f_{invite}"), ..Said::default() });
        self.acts(&format!("/start f_<кв. {number}>"), input).await
    }

    /// Opens any other deep link. Its token is not for the transcript.
    pub async fn sends_start(&mut self, what: &str, start: &str) -> anyhow::Result<()> {
        let input = Input::message(Said { words: format!("/start {start}"), ..Said::default() });
        self.acts(&format!("/start {what}"), input).await
    }

    /// Opens the deep link of an invite. Its token is not for the transcript.
    pub async fn opens_invite(&mut self, start: &str) -> anyhow::Result<()> {
        let input = Input::message(Said { words: format!("/start {start}"), ..Said::default() });
        self.acts("/start i_<приглашение>", input).await
    }

    /// Sends anything else.
    pub async fn sends(&mut self, what: &str, said: Said) -> anyhow::Result<()> {
        self.acts(&format!("<{what}>"), Input::message(said)).await
    }

    /// Shares a contact.
    pub async fn shares(&mut self, phone: &str, is_own: bool) -> anyhow::Result<()> {
        let contact = Some(Contact { phone: phone.to_owned(), is_own });
        let what = if is_own { "свой контакт" } else { "чужой контакт" };
        self.sends(what, Said { contact, ..Said::default() }).await
    }

    /// Answers a message of the chat.
    pub async fn replies(&mut self, message: i64, words: &str) -> anyhow::Result<()> {
        let said = Said { words: words.to_owned(), reply_to: Some(message), ..Said::default() };
        self.acts(&format!("↩ {words}"), Input::message(said)).await
    }

    /// Taps the button of the last screen whose label holds `label`.
    pub async fn taps(&mut self, label: &str) -> anyhow::Result<()> {
        let Some(Buttons::Inline(rows)) = self.screen.as_ref().map(|screen| &screen.buttons) else {
            panic!("nothing can be tapped, but {label}:\n{}", self.transcript);
        };
        let button = rows.iter().flatten().find(|button| {
            // `[…]` is the whole label.
            format!("[{}]", button.label) == label || button.label.contains(label)
        });
        let button = button.unwrap_or_else(|| panic!("no button {label}:\n{}", self.transcript)).clone();
        self.acts(&format!("[{}]", button.label), tap(&button.action.encode())).await
    }

    /// Taps a button of some earlier message, by its callback data.
    pub async fn taps_old(&mut self, what: &str, data: &str) -> anyhow::Result<()> {
        self.acts(&format!("[{what}]"), tap(data)).await
    }

    /// The last button whose label holds `label`: for tapping it later.
    pub fn button(&self, label: &str) -> Action {
        match self.screen.as_ref().map(|screen| &screen.buttons) {
            Some(Buttons::Inline(rows)) => {
                rows.iter().flatten().find(|button| button.label.contains(label)).map(|button| button.action)
            }
            _ => None,
        }
        .unwrap_or_else(|| panic!("no button {label}:\n{}", self.transcript))
    }

    /// A message that came by itself.
    pub fn sees(&mut self, screen: Screen) {
        let _ = writeln!(self.transcript, "…");
        limits::check(&screen, "a notice");
        self.write(&screen, false);
        self.screen = Some(screen);
    }

    async fn acts(&mut self, what: &str, input: Input) -> anyhow::Result<()> {
        let _ = writeln!(self.transcript, "— {what}");
        let update_id = UPDATES.fetch_add(1, Ordering::Relaxed);
        let tapped = matches!(input, Input::Tap(_) | Input::OldTap);
        let mut effect = Effect::new(self.database.db().clone(), self.office.org, self.office.bot.id, update_id);
        let mut ctx = Ctx {
            lang: lang_of(self.identity.language),
            identity: &self.identity,
            org: &self.office.info,
            categories: &self.office.categories,
            bot: self.office.bot.id,
            chat_id: self.identity.telegram_id,
            tapped: tapped.then_some(update_id),
            effect: &mut effect,
        };
        let step = dialogues::handle(&mut ctx, self.state.clone(), input).await;
        let lang = ctx.lang;
        let step = match step {
            Ok(step) => step,
            Err(error @ (Error::Internal(_) | Error::Unavailable(_) | Error::AlreadyApplied)) => {
                return Err(error.into());
            }
            Err(error) => {
                let _ = writeln!(self.transcript, "  ⚠ {}", i18n::error_text(lang, error.code()).unwrap());
                return Ok(());
            }
        };
        effect.commit().await?;
        if step.identity_changed {
            let telegram_id = self.identity.telegram_id;
            self.identity =
                self.database.tenant(self.office.org, async |tx| people::known(tx, telegram_id).await).await?;
        }
        // As Redis gives it back.
        self.state = serde_json::from_str(&serde_json::to_string(&step.state)?)?;
        if let Some(toast) = &step.toast {
            assert!(toast.chars().count() <= 200, "a toast has at most 200 characters: {toast}");
            let _ = writeln!(self.transcript, "  ({toast})");
        }
        let viewer =
            Viewer { lang, identity: &self.identity, org: &self.office.info, categories: &self.office.categories };
        let (screen, in_place) = match step.show {
            Show::Screen => (dialogues::view(viewer, &self.state), tapped),
            Show::Fresh => (dialogues::view(viewer, &self.state), false),
            Show::Other(screen) => (screen, tapped),
            Show::Qr { link, screen } => {
                assert!(screen.text.len() <= 1024, "a caption of {} units", screen.text.len());
                assert!(screen.text.as_str().contains(&link), "whoever cannot scan must be able to tap");
                self.link = Some(link);
                (screen, false)
            }
            Show::OtherFresh(screen) => (screen, false),
            Show::Picture { chart, screen } => {
                assert!(screen.text.len() <= 1024, "a caption of {} units", screen.text.len());
                let _ = writeln!(self.transcript, "  🖼 {chart:?}");
                (screen, tapped)
            }
            Show::Nothing => {
                assert!(step.toast.is_some(), "silence:\n{}", self.transcript);
                return Ok(());
            }
        };
        let screen = step.lead.iter().fold(screen, |screen, lead| screen.under(lead));
        limits::check(&screen, what);
        self.write(&screen, in_place);
        self.screen = Some(screen);
        Ok(())
    }

    fn write(&mut self, screen: &Screen, in_place: bool) {
        let mark = if in_place { "✎" } else { "│" };
        self.transcript.push_str(&drawn(screen, mark));
    }
}

/// A screen as a transcript shows it: its lines after `mark`, then its rows of buttons.
pub fn drawn<'s>(screen: &'s Screen, mark: &str) -> String {
    let mut drawn = String::new();
    for line in marked(&screen.text).lines() {
        let _ = writeln!(drawn, "  {mark} {line}");
    }
    let rows: Vec<Vec<&str>> = match &screen.buttons {
        Buttons::Inline(rows) => {
            rows.iter().map(|row| row.iter().map(|button| button.label.as_str()).collect()).collect()
        }
        Buttons::Keyboard(rows) => {
            let label = |key: &'s Key| match key {
                Key::Text(label) | Key::Contact(label) | Key::Location(label) => label.as_str(),
            };
            rows.iter().map(|row| row.iter().map(label).collect()).collect()
        }
        Buttons::ForceReply { .. } | Buttons::None => vec![],
    };
    let under = if matches!(screen.buttons, Buttons::Keyboard(_)) { "⌨" } else { " " };
    for row in rows {
        let _ = writeln!(drawn, "  {under} [{}]", row.join("] ["));
    }
    drawn
}

fn tap(data: &str) -> Input {
    Action::decode(data).map_or(Input::OldTap, Input::Tap)
}

/// The text with its looks as marks: `*bold*`, `_italic_`, `❝quote❞`.
fn marked(text: &Text) -> String {
    let mut units: Vec<u16> = text.as_str().encode_utf16().collect();
    let mut spans = text.spans().to_vec();
    spans.sort_by_key(|span| std::cmp::Reverse(span.offset));
    for span in spans {
        let (open, close) = match span.look {
            Look::Bold => ("*", "*"),
            Look::Italic => ("_", "_"),
            Look::Quote => ("❝", "❞"),
        };
        units.splice(span.offset + span.length..span.offset + span.length, close.encode_utf16());
        units.splice(span.offset..span.offset, open.encode_utf16());
    }
    String::from_utf16(&units).unwrap()
}

/// A message with one file.
pub fn file(kind: AttachmentKind, n: usize, words: &str, album: Option<&str>) -> Said {
    let attachment =
        Attachment { kind, file_id: format!("file-{n}"), file_unique_id: format!("unique-{n}"), stored: None };
    Said { words: words.to_owned(), attachments: vec![attachment], album: album.map(str::to_owned), ..Said::default() }
}

//! What a button means, and how it fits into the 64 bytes that Telegram gives it.
//!
//! `1` is the version, then a letter for the kind, then what belongs to it; an id is 22 characters of base64url.
//! Whatever does not decode is an old button: it gets a toast and a fresh screen, never an error.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    events::AlertAnswer,
    ids::{AlertId, BotLoginId, CategoryId, RequestId, UnitId},
};
use i18n::Lang;
use uuid::Uuid;

pub use crate::{
    imports::{ImportAct, ImportTap},
    incidents::action::{IncidentAct, IncidentTap},
    invites::action::InviteTap,
    members::action::MemberTap,
    notifications::action::NotifyTap,
    orgs::action::{City, OrgTap},
    people::action::HomeTap,
    reports::action::{Page, ReportTap, Span},
    requests::{
        action::RequestTap,
        reasons::{CancelReason, DeclineReason, RatingTag, ReleaseReason, ResultWord, When},
    },
    sessions::action::SessionTap,
    shifts::action::ShiftTap,
    warnings::action::{WarnAct, WarnTap},
};

/// What a button means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Speak this language.
    Language(Lang),
    /// «Это вы?»: yes.
    LivesHere,
    /// «Это вы?»: another unit.
    LivesElsewhere,
    /// «Это вы?»: no resident at all.
    NotResident,
    /// Back to the menu; what was being written is laid aside.
    Menu,
    /// The rest of the menu.
    More,
    /// What the bot can do.
    Help,
    /// Begin a request.
    NewRequest,
    /// Go on with the draft that was laid aside.
    ResumeDraft,
    /// One step back.
    Back,
    /// Stop what is being asked.
    Cancel,
    /// Throw the draft away that was laid aside.
    DropDraft,
    /// What the request is about.
    Category(CategoryId),
    /// When the resident can be found.
    Slot(SlotChoice),
    /// «Авария»: at once; or not after all.
    Urgent,
    /// «Присоединиться» to a neighbour's request.
    Join,
    /// «Всё равно создать».
    FileAnyway,
    /// Where it is.
    Place(PlaceChoice),
    /// Change one part of the draft.
    Edit(Part),
    /// File the draft.
    Submit,
    /// The person's own requests, below this number.
    MyRequests {
        /// None: from the newest.
        before: Option<i64>,
    },
    /// What somebody of the staff has to do.
    Jobs,
    /// An owner's answer to an alert.
    Alert {
        /// Which.
        id: AlertId,
        /// What they say.
        answer: AlertAnswer,
    },
    /// «Войти через бота»: the number that they see; none: it is not them.
    Login {
        /// Which sign-in.
        id: BotLoginId,
        /// What they see on the screen.
        number: Option<i16>,
    },
    /// Something about one request.
    Request {
        /// What.
        tap: RequestTap,
        /// Which.
        id: RequestId,
        /// Where the button stands.
        on: Surface,
    },
    /// Something about the org.
    Org(OrgTap),
    /// Something about the team.
    Member(MemberTap),
    /// Something about invites.
    Invite(InviteTap),
    /// Something about one's own sign-ins.
    Session(SessionTap),
    /// Something about homes.
    Home(HomeTap),
    /// Something about shifts.
    Shift(ShiftTap),
    /// Something about a file that was sent.
    Import(ImportTap),
    /// Something about an incident.
    Incident(IncidentTap),
    /// Something about notifications.
    Notify(NotifyTap),
    /// A page of the reports.
    Report(ReportTap),
    /// Something about a warning.
    Warn(WarnTap),
}

/// Where it is, as a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceChoice {
    /// In one of the person's units.
    Unit(UnitId),
    /// In the entrance.
    Entrance,
    /// In the yard.
    Yard,
}

/// A part of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What it is about.
    Category,
    /// Where it is.
    Place,
    /// What it says.
    Words,
    /// When the resident can be found.
    Slot,
}

/// When the resident can be found, as a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotChoice {
    /// At any time.
    Any,
    /// Today from 18 to 21.
    TodayEvening,
    /// Tomorrow from 9 to 12.
    TomorrowMorning,
    /// Tomorrow from 18 to 21.
    TomorrowEvening,
}

impl SlotChoice {
    /// All of them, in the order of the buttons.
    pub const ALL: [SlotChoice; 4] =
        [SlotChoice::Any, SlotChoice::TodayEvening, SlotChoice::TomorrowMorning, SlotChoice::TomorrowEvening];

    fn letter(self) -> &'static str {
        match self {
            SlotChoice::Any => "a",
            SlotChoice::TodayEvening => "t",
            SlotChoice::TomorrowMorning => "m",
            SlotChoice::TomorrowEvening => "e",
        }
    }
}

/// Where a button about a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// On the live card, which changes by itself.
    Card,
    /// On a message of its own, which the tap changes.
    Message,
}

const VERSION: char = '1';

impl Action {
    /// The callback data.
    pub fn encode(&self) -> String {
        let mut data = String::with_capacity(28);
        data.push(VERSION);
        match self {
            Action::Language(lang) => {
                data.push('L');
                data.push_str(lang.code());
            }
            Action::LivesHere => data.push_str("Hy"),
            Action::LivesElsewhere => data.push_str("Ho"),
            Action::NotResident => data.push_str("Hn"),
            Action::Menu => data.push('m'),
            Action::More => data.push('o'),
            Action::Help => data.push('h'),
            Action::NewRequest => data.push('n'),
            Action::ResumeDraft => data.push('d'),
            Action::Back => data.push('b'),
            Action::Cancel => data.push('x'),
            Action::DropDraft => data.push('z'),
            Action::Category(category) => {
                data.push('C');
                data.push_str(&id(category.0));
            }
            Action::Slot(choice) => {
                data.push('V');
                data.push_str(choice.letter());
            }
            Action::Urgent => data.push('u'),
            Action::Join => data.push('j'),
            Action::FileAnyway => data.push('f'),
            Action::Place(PlaceChoice::Unit(unit)) => {
                data.push_str("Wu");
                data.push_str(&id(unit.0));
            }
            Action::Place(PlaceChoice::Entrance) => data.push_str("We"),
            Action::Place(PlaceChoice::Yard) => data.push_str("Wy"),
            Action::Edit(Part::Category) => data.push_str("Ec"),
            Action::Edit(Part::Place) => data.push_str("Ep"),
            Action::Edit(Part::Words) => data.push_str("Ew"),
            Action::Edit(Part::Slot) => data.push_str("Es"),
            Action::Submit => data.push('s'),
            Action::MyRequests { before } => {
                data.push('M');
                data.push_str(&before.map(|number| number.to_string()).unwrap_or_default());
            }
            Action::Jobs => data.push('J'),
            Action::Alert { id: alert, answer } => {
                data.push('A');
                data.push(match answer {
                    AlertAnswer::Fine => 'f',
                    AlertAnswer::EndSessions => 'e',
                });
                data.push_str(&id(alert.0));
            }
            Action::Login { id: login, number } => {
                data.push('K');
                data.push_str(&id(login.0));
                data.push_str(&number.map(|number| number.to_string()).unwrap_or_default());
            }
            Action::Request { tap, id: request, on } => {
                let (letter, rest) = tap.encode();
                data.push('R');
                data.push(letter);
                data.push(if *on == Surface::Card { 'c' } else { 'm' });
                data.push_str(&id(request.0));
                data.push_str(&rest);
            }
            Action::Org(tap) => {
                data.push('O');
                data.push_str(&tap.encode());
            }
            Action::Member(tap) => {
                data.push('T');
                data.push_str(&tap.encode());
            }
            Action::Invite(tap) => {
                data.push('I');
                data.push_str(&tap.encode());
            }
            Action::Session(tap) => {
                data.push('S');
                data.push_str(&tap.encode());
            }
            Action::Home(tap) => {
                data.push('F');
                data.push_str(&tap.encode());
            }
            Action::Shift(tap) => {
                data.push('D');
                data.push_str(tap.encode());
            }
            Action::Import(tap) => {
                data.push('U');
                data.push_str(&tap.encode());
            }
            Action::Incident(tap) => {
                data.push('X');
                data.push_str(&tap.encode());
            }
            Action::Notify(tap) => {
                data.push('N');
                data.push_str(&tap.encode());
            }
            Action::Report(tap) => {
                data.push('G');
                data.push_str(&tap.encode());
            }
            Action::Warn(tap) => {
                data.push('Q');
                data.push_str(&tap.encode());
            }
        }
        data
    }

    /// What callback data means; none for an old button, or nonsense.
    pub fn decode(data: &str) -> Option<Action> {
        let data = data.strip_prefix(VERSION)?;
        let mut letters = data.chars();
        let kind = letters.next()?;
        let rest = letters.as_str();
        Some(match (kind, rest) {
            ('L', code) => Action::Language(code.parse().ok()?),
            ('H', "y") => Action::LivesHere,
            ('H', "o") => Action::LivesElsewhere,
            ('H', "n") => Action::NotResident,
            ('m', "") => Action::Menu,
            ('o', "") => Action::More,
            ('h', "") => Action::Help,
            ('n', "") => Action::NewRequest,
            ('d', "") => Action::ResumeDraft,
            ('b', "") => Action::Back,
            ('x', "") => Action::Cancel,
            ('z', "") => Action::DropDraft,
            ('C', category) => Action::Category(CategoryId(parse_id(category)?)),
            ('V', letter) => Action::Slot(SlotChoice::ALL.into_iter().find(|choice| choice.letter() == letter)?),
            ('u', "") => Action::Urgent,
            ('j', "") => Action::Join,
            ('f', "") => Action::FileAnyway,
            ('W', "e") => Action::Place(PlaceChoice::Entrance),
            ('W', "y") => Action::Place(PlaceChoice::Yard),
            ('W', unit) => Action::Place(PlaceChoice::Unit(UnitId(parse_id(unit.strip_prefix('u')?)?))),
            ('E', "c") => Action::Edit(Part::Category),
            ('E', "p") => Action::Edit(Part::Place),
            ('E', "w") => Action::Edit(Part::Words),
            ('E', "s") => Action::Edit(Part::Slot),
            ('s', "") => Action::Submit,
            ('M', "") => Action::MyRequests { before: None },
            ('M', number) => Action::MyRequests { before: Some(number.parse().ok()?) },
            ('J', "") => Action::Jobs,
            ('A', rest) => {
                let mut letters = rest.chars();
                let answer = match letters.next()? {
                    'f' => AlertAnswer::Fine,
                    'e' => AlertAnswer::EndSessions,
                    _ => return None,
                };
                Action::Alert { id: AlertId(parse_id(letters.as_str())?), answer }
            }
            ('O', rest) => Action::Org(OrgTap::decode(rest)?),
            ('T', rest) => Action::Member(MemberTap::decode(rest)?),
            ('I', rest) => Action::Invite(InviteTap::decode(rest)?),
            ('S', rest) => Action::Session(SessionTap::decode(rest)?),
            ('F', rest) => Action::Home(HomeTap::decode(rest)?),
            ('D', rest) => Action::Shift(ShiftTap::decode(rest)?),
            ('U', rest) => Action::Import(ImportTap::decode(rest)?),
            ('X', rest) => Action::Incident(IncidentTap::decode(rest)?),
            ('N', rest) => Action::Notify(NotifyTap::decode(rest)?),
            ('G', rest) => Action::Report(ReportTap::decode(rest)?),
            ('Q', rest) => Action::Warn(WarnTap::decode(rest)?),
            ('K', rest) => {
                let (login, number) = rest.split_at_checked(22)?;
                let number = (!number.is_empty()).then(|| number.parse()).transpose().ok()?;
                Action::Login { id: BotLoginId(parse_id(login)?), number }
            }
            ('R', rest) => {
                let mut letters = rest.chars();
                let letter = letters.next()?;
                let on = match letters.next()? {
                    'c' => Surface::Card,
                    'm' => Surface::Message,
                    _ => return None,
                };
                let (request, rest) = letters.as_str().split_at_checked(22)?;
                Action::Request { tap: RequestTap::decode(letter, rest)?, id: RequestId(parse_id(request)?), on }
            }
            _ => return None,
        })
    }
}

pub(crate) fn id(id: Uuid) -> String {
    URL_SAFE_NO_PAD.encode(id.as_bytes())
}

pub(crate) fn parse_id(text: &str) -> Option<Uuid> {
    Uuid::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

#[cfg(test)]
mod tests;

//! Buttons about one request, and how they fit into callback data: a letter, and what belongs to it.

use domain::{
    categories::Priority,
    ids::{CategoryId, MaterialId, MemberId, RequestId},
    requests::{PauseReason, Stage},
};

use super::reasons::{CancelReason, DeclineReason, RatingTag, ReleaseReason, ResultWord, When};
use crate::action::{id, parse_id};

/// What is done to a request by a tap. `Ask…` opens a choice, the others are the deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestTap {
    /// «Беру».
    Take,
    /// «Выезжаю».
    Depart,
    /// «Я на месте».
    Arrive,
    /// Why does it have to wait?
    AskPause,
    /// It waits, for so many days.
    Pause(PauseReason, u8),
    /// It goes on.
    Resume,
    /// «Готово».
    Complete,
    /// Why can you not?
    AskRelease,
    /// «Не могу».
    Release(ReleaseReason),
    /// 🤝: I help.
    Help,
    /// A step of the checklist is done, or is not after all.
    Step(i16),
    /// «Спросить жителя».
    Ask,
    /// What the desk can do with it.
    Triage,
    /// Who shall have it?
    AskAssign,
    /// This one.
    Assign(MemberId),
    /// How urgent is it?
    AskPriority,
    /// So urgent.
    Priority(Priority),
    /// What is it about?
    AskCategory,
    /// Something of this kind.
    Kind(CategoryId),
    /// This.
    Category(CategoryId),
    /// Which one is it the same as?
    AskMerge,
    /// This one.
    Merge(RequestId),
    /// Why not?
    AskDecline,
    /// The org does not do it.
    Decline(DeclineReason),
    /// When is it due?
    Clocks,
    /// So many hours later.
    Extend(u8),
    /// Really end it without the resident's word?
    AskClose,
    /// It ends.
    Close,
    /// The resident writes to the staff.
    Reply,
    /// The resident accepts the work.
    Accept,
    /// The resident returns it.
    Return,
    /// The resident opens it again.
    Reopen,
    /// The resident gives one to five stars.
    Rate(u8),
    /// The resident says a word with their stars, or takes it back.
    Tag(RatingTag),
    /// The resident says something in their own words with their stars.
    Remark,
    /// The resident agrees to this price, in minor units, or does not.
    Price(bool, i64),
    /// The resident may want to withdraw it: why?
    AskCancel,
    /// The resident withdraws it.
    Cancel(Option<CancelReason>),
    /// Show its card again.
    Show,
    /// Whoever has it wants to call the resident.
    Phone,
    /// Show what it was filed with.
    Files,
    /// They are there, wherever their phone says they are.
    ArriveAnyway,
    /// Photos of this stage follow.
    AskPhotos(Stage),
    /// A material follows, in words.
    AskMaterial,
    /// The same material as this one.
    UseMaterial(MaterialId),
    /// This material was none.
    RemoveMaterial(MaterialId),
    /// A price follows.
    AskPrice,
    /// It has to wait: until when?
    AskUntil(PauseReason),
    /// It waits until then.
    Until(PauseReason, When),
    /// «Готово», with a word about what was done, or without.
    Finish(Option<ResultWord>),
}

fn stage_letter(stage: Stage) -> char {
    match stage {
        Stage::Before => 'b',
        Stage::After => 'a',
    }
}

fn pause_of(letter: char) -> Option<PauseReason> {
    PauseReason::ALL.into_iter().find(|one| pause_letter(*one) == letter)
}

fn pause_letter(reason: PauseReason) -> char {
    match reason {
        PauseReason::Resident => 'r',
        PauseReason::Part => 'p',
        PauseReason::Contractor => 'c',
        PauseReason::Access => 'a',
        PauseReason::Other => 'o',
    }
}

fn priority_letter(priority: Priority) -> char {
    match priority {
        Priority::Low => 'l',
        Priority::Normal => 'n',
        Priority::High => 'h',
        Priority::Emergency => 'e',
    }
}

impl RequestTap {
    /// The letter, and what belongs to it.
    pub(crate) fn encode(self) -> (char, String) {
        let alone = |letter| (letter, String::new());
        match self {
            RequestTap::Take => alone('t'),
            RequestTap::Depart => alone('d'),
            RequestTap::Arrive => alone('v'),
            RequestTap::AskPause => alone('p'),
            RequestTap::Pause(reason, days) => ('P', format!("{}{days}", pause_letter(reason))),
            RequestTap::Resume => alone('u'),
            RequestTap::Complete => alone('c'),
            RequestTap::AskRelease => alone('l'),
            RequestTap::Release(reason) => ('L', reason.letter().to_string()),
            RequestTap::Help => alone('h'),
            RequestTap::Step(position) => ('S', position.to_string()),
            RequestTap::Ask => alone('q'),
            RequestTap::Triage => alone('m'),
            RequestTap::AskAssign => alone('g'),
            RequestTap::Assign(member) => ('G', id(member.0)),
            RequestTap::AskPriority => alone('y'),
            RequestTap::Priority(priority) => ('Y', priority_letter(priority).to_string()),
            RequestTap::AskCategory => alone('k'),
            RequestTap::Kind(category) => ('K', id(category.0)),
            RequestTap::Category(category) => ('C', id(category.0)),
            RequestTap::AskMerge => alone('e'),
            RequestTap::Merge(request) => ('E', id(request.0)),
            RequestTap::AskDecline => alone('n'),
            RequestTap::Decline(reason) => ('N', reason.letter().to_string()),
            RequestTap::Clocks => alone('D'),
            RequestTap::Extend(hours) => ('H', hours.to_string()),
            RequestTap::AskClose => alone('z'),
            RequestTap::Close => alone('Z'),
            RequestTap::Reply => alone('r'),
            RequestTap::Accept => alone('a'),
            RequestTap::Return => alone('b'),
            RequestTap::Reopen => alone('o'),
            RequestTap::Rate(stars) => alone(char::from(b'0' + stars.min(9))),
            RequestTap::Tag(tag) => ('T', tag.letter().to_string()),
            RequestTap::Remark => alone('f'),
            RequestTap::Price(true, price) => ('i', price.to_string()),
            RequestTap::Price(false, price) => ('j', price.to_string()),
            RequestTap::AskCancel => alone('w'),
            RequestTap::Cancel(reason) => ('x', reason.map(|reason| reason.letter().to_string()).unwrap_or_default()),
            RequestTap::Show => alone('s'),
            RequestTap::Phone => alone('F'),
            RequestTap::Files => alone('A'),
            RequestTap::ArriveAnyway => alone('W'),
            RequestTap::AskPhotos(stage) => ('B', stage_letter(stage).to_string()),
            RequestTap::AskMaterial => alone('M'),
            RequestTap::UseMaterial(material) => ('Q', id(material.0)),
            RequestTap::RemoveMaterial(material) => ('X', id(material.0)),
            RequestTap::AskPrice => alone('O'),
            RequestTap::AskUntil(reason) => ('U', pause_letter(reason).to_string()),
            RequestTap::Until(reason, when) => ('V', format!("{}{}", pause_letter(reason), when.letter())),
            RequestTap::Finish(word) => ('R', word.map(|word| word.letter().to_string()).unwrap_or_default()),
        }
    }

    /// What a letter and the rest mean; none for an old button, or nonsense.
    pub(crate) fn decode(letter: char, rest: &str) -> Option<Self> {
        Some(match (letter, rest) {
            ('t', "") => RequestTap::Take,
            ('d', "") => RequestTap::Depart,
            ('v', "") => RequestTap::Arrive,
            ('p', "") => RequestTap::AskPause,
            ('P', rest) => {
                let mut letters = rest.chars();
                let reason = letters.next()?;
                RequestTap::Pause(pause_of(reason)?, number(letters.as_str())?)
            }
            ('u', "") => RequestTap::Resume,
            ('c', "") => RequestTap::Complete,
            ('l', "") => RequestTap::AskRelease,
            ('L', reason) => RequestTap::Release(ReleaseReason::of(reason)?),
            ('h', "") => RequestTap::Help,
            ('S', position) => RequestTap::Step(number(position)?),
            ('q', "") => RequestTap::Ask,
            ('m', "") => RequestTap::Triage,
            ('g', "") => RequestTap::AskAssign,
            ('G', member) => RequestTap::Assign(MemberId(parse_id(member)?)),
            ('y', "") => RequestTap::AskPriority,
            ('Y', letter) => {
                RequestTap::Priority(Priority::ALL.into_iter().find(|one| letter.chars().eq([priority_letter(*one)]))?)
            }
            ('k', "") => RequestTap::AskCategory,
            ('K', category) => RequestTap::Kind(CategoryId(parse_id(category)?)),
            ('C', category) => RequestTap::Category(CategoryId(parse_id(category)?)),
            ('e', "") => RequestTap::AskMerge,
            ('E', request) => RequestTap::Merge(RequestId(parse_id(request)?)),
            ('n', "") => RequestTap::AskDecline,
            ('N', reason) => RequestTap::Decline(DeclineReason::of(reason)?),
            ('D', "") => RequestTap::Clocks,
            ('H', hours) => RequestTap::Extend(number(hours)?),
            ('z', "") => RequestTap::AskClose,
            ('Z', "") => RequestTap::Close,
            ('r', "") => RequestTap::Reply,
            ('a', "") => RequestTap::Accept,
            ('b', "") => RequestTap::Return,
            ('o', "") => RequestTap::Reopen,
            ('1'..='5', "") => RequestTap::Rate(u8::try_from(letter.to_digit(10)?).ok()?),
            ('T', tag) => RequestTap::Tag(RatingTag::of(tag)?),
            ('f', "") => RequestTap::Remark,
            ('i', price) => RequestTap::Price(true, number(price)?),
            ('j', price) => RequestTap::Price(false, number(price)?),
            ('w', "") => RequestTap::AskCancel,
            ('x', "") => RequestTap::Cancel(None),
            ('x', reason) => RequestTap::Cancel(Some(CancelReason::of(reason)?)),
            ('s', "") => RequestTap::Show,
            ('F', "") => RequestTap::Phone,
            ('A', "") => RequestTap::Files,
            ('W', "") => RequestTap::ArriveAnyway,
            ('B', "b") => RequestTap::AskPhotos(Stage::Before),
            ('B', "a") => RequestTap::AskPhotos(Stage::After),
            ('M', "") => RequestTap::AskMaterial,
            ('Q', material) => RequestTap::UseMaterial(MaterialId(parse_id(material)?)),
            ('X', material) => RequestTap::RemoveMaterial(MaterialId(parse_id(material)?)),
            ('O', "") => RequestTap::AskPrice,
            ('U' | 'V', rest) => {
                let mut letters = rest.chars();
                let reason = pause_of(letters.next()?)?;
                match (letter, letters.as_str()) {
                    ('U', "") => RequestTap::AskUntil(reason),
                    ('V', when) => RequestTap::Until(reason, When::of(when)?),
                    _ => return None,
                }
            }
            ('R', "") => RequestTap::Finish(None),
            ('R', word) => RequestTap::Finish(Some(ResultWord::of(word)?)),
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let most = uuid::Uuid::from_u128(u128::MAX);
        let mut all = vec![
            RequestTap::Take,
            RequestTap::Depart,
            RequestTap::Arrive,
            RequestTap::AskPause,
            RequestTap::Resume,
            RequestTap::Complete,
            RequestTap::AskRelease,
            RequestTap::Help,
            RequestTap::Step(i16::MAX),
            RequestTap::Ask,
            RequestTap::Triage,
            RequestTap::AskAssign,
            RequestTap::Assign(MemberId(most)),
            RequestTap::AskPriority,
            RequestTap::AskCategory,
            RequestTap::Kind(CategoryId(most)),
            RequestTap::Category(CategoryId(most)),
            RequestTap::AskMerge,
            RequestTap::Merge(RequestId(most)),
            RequestTap::AskDecline,
            RequestTap::Clocks,
            RequestTap::Extend(u8::MAX),
            RequestTap::AskClose,
            RequestTap::Close,
            RequestTap::Reply,
            RequestTap::Accept,
            RequestTap::Return,
            RequestTap::Reopen,
            RequestTap::Remark,
            RequestTap::Price(true, i64::MAX),
            RequestTap::Price(false, 1),
            RequestTap::AskCancel,
            RequestTap::Cancel(None),
            RequestTap::Show,
            RequestTap::Phone,
            RequestTap::Files,
            RequestTap::ArriveAnyway,
            RequestTap::AskPhotos(Stage::Before),
            RequestTap::AskPhotos(Stage::After),
            RequestTap::AskMaterial,
            RequestTap::UseMaterial(MaterialId(most)),
            RequestTap::RemoveMaterial(MaterialId(most)),
            RequestTap::AskPrice,
            RequestTap::Finish(None),
        ];
        all.extend(ResultWord::ALL.map(|word| RequestTap::Finish(Some(word))));
        all.extend(PauseReason::ALL.map(RequestTap::AskUntil));
        for reason in PauseReason::ALL {
            all.extend(When::ALL.map(|when| RequestTap::Until(reason, when)));
        }
        all.extend((1..=5).map(RequestTap::Rate));
        all.extend(PauseReason::ALL.map(|reason| RequestTap::Pause(reason, u8::MAX)));
        all.extend(ReleaseReason::ALL.map(RequestTap::Release));
        all.extend(DeclineReason::ALL.map(RequestTap::Decline));
        all.extend(CancelReason::ALL.map(|reason| RequestTap::Cancel(Some(reason))));
        all.extend(RatingTag::ALL.map(RequestTap::Tag));
        all.extend(Priority::ALL.map(RequestTap::Priority));
        all
    }
}

/// A number as we write it: no sign, no leading zero, so that each button is written in one way.
fn number<T: std::str::FromStr + ToString>(digits: &str) -> Option<T> {
    let number: T = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

//! Buttons about notifications, and how they fit into callback data.

use domain::notifications::Subject;

/// A button about notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotifyTap {
    /// What one has chosen.
    Show,
    /// Hear more, less or nothing of this.
    Level(Subject),
    /// Quiet hours on or off.
    Quiet,
    /// Quiet hours, by their place among those that are offered.
    Hours(u8),
}

impl NotifyTap {
    pub(crate) fn encode(self) -> String {
        match self {
            NotifyTap::Show => "s".to_owned(),
            NotifyTap::Level(subject) => format!("l{}", letter(subject)),
            NotifyTap::Quiet => "q".to_owned(),
            NotifyTap::Hours(place) => format!("h{place}"),
        }
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        Some(match (letters.next()?, letters.as_str()) {
            ('s', "") => NotifyTap::Show,
            ('l', rest) => {
                NotifyTap::Level(Subject::ALL.into_iter().find(|subject| rest == letter(*subject).to_string())?)
            }
            ('q', "") => NotifyTap::Quiet,
            ('h', rest) => NotifyTap::Hours(rest.parse().ok()?),
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let levels = Subject::ALL.map(NotifyTap::Level);
        [NotifyTap::Show, NotifyTap::Quiet, NotifyTap::Hours(0), NotifyTap::Hours(2)]
            .into_iter()
            .chain(levels)
            .collect()
    }
}

fn letter(subject: Subject) -> char {
    match subject {
        Subject::Requests => 'r',
        Subject::Comments => 'c',
        Subject::Team => 't',
        Subject::Digest => 'm',
        Subject::NewDevice => 'd',
        Subject::ManyFailures => 'f',
        Subject::MassExport => 'x',
        Subject::RoleRaised => 'u',
        Subject::BotTokenChanged => 'b',
        Subject::OddHours => 'o',
        Subject::StaffChatLost => 'g',
        Subject::Unassigned => 'a',
        Subject::NotAccepted => 'n',
        Subject::DueSoon => 's',
        Subject::Overdue => 'l',
        Subject::LowRating => 'w',
        Subject::Returned => 'k',
    }
}

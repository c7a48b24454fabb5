//! Buttons under a warning, and how they fit into callback data.

use domain::{
    ids::{MemberId, RequestId},
    notifications::Rule,
};

use crate::action::{id, parse_id};

/// A button under a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WarnTap {
    /// What it does.
    pub act: WarnAct,
    /// Under which warning.
    pub rule: Rule,
    /// About which request.
    pub request: RequestId,
}

/// What a button under a warning does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarnAct {
    /// Gives the request to this member.
    Give(MemberId),
    /// Puts off when it is due, and says sorry.
    Extend,
    /// Says whom to call.
    Call,
    /// It goes no further for a while.
    Hush,
    /// Says sorry.
    Sorry,
    /// Whoever taps has dealt with it.
    Settled,
}

impl WarnTap {
    pub(crate) fn encode(self) -> String {
        let (act, member) = match self.act {
            WarnAct::Give(member) => ('g', Some(member)),
            WarnAct::Extend => ('e', None),
            WarnAct::Call => ('c', None),
            WarnAct::Hush => ('h', None),
            WarnAct::Sorry => ('s', None),
            WarnAct::Settled => ('d', None),
        };
        let member = member.map(|member| id(member.0)).unwrap_or_default();
        format!("{act}{}{}{member}", letter(self.rule), id(self.request.0))
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        let (act, rule) = (letters.next()?, letters.next()?);
        let rule = Rule::ALL.into_iter().find(|one| letter(*one) == rule)?;
        let (request, member) = letters.as_str().split_at_checked(22)?;
        let act = match (act, member) {
            ('g', member) => WarnAct::Give(MemberId(parse_id(member)?)),
            ('e', "") => WarnAct::Extend,
            ('c', "") => WarnAct::Call,
            ('h', "") => WarnAct::Hush,
            ('s', "") => WarnAct::Sorry,
            ('d', "") => WarnAct::Settled,
            _ => return None,
        };
        Some(Self { act, rule, request: RequestId(parse_id(request)?) })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let most = uuid::Uuid::from_u128(u128::MAX);
        let acts = [
            WarnAct::Give(MemberId(most)),
            WarnAct::Extend,
            WarnAct::Call,
            WarnAct::Hush,
            WarnAct::Sorry,
            WarnAct::Settled,
        ];
        let request = RequestId(most);
        Rule::ALL.into_iter().flat_map(|rule| acts.map(|act| WarnTap { act, rule, request })).collect()
    }
}

fn letter(rule: Rule) -> char {
    match rule {
        Rule::Unassigned => 'u',
        Rule::NotAccepted => 'n',
        Rule::DueSoon => 's',
        Rule::Overdue => 'o',
        Rule::LowRating => 'l',
        Rule::Returned => 'r',
    }
}

//! Buttons about the team, and how they fit into callback data.

use domain::{
    access::Role,
    ids::{MemberId, OfferId},
};

use crate::action::{id, parse_id};

/// A button about the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberTap {
    /// Who works here, after this one.
    List(Option<MemberId>),
    /// One of them.
    Show(MemberId),
    /// Which role they shall have.
    AskRole(MemberId),
    /// They have this one now.
    SetRole(MemberId, Role),
    /// They may have to go.
    AskRemove(MemberId),
    /// They go.
    Remove(MemberId),
    /// The org may be handed over to them.
    AskOffer(MemberId),
    /// It is offered to them.
    Offer(MemberId),
    /// The offer is accepted.
    Accept(OfferId),
    /// The offer is withdrawn, or declined.
    Withdraw(OfferId),
}

pub(crate) fn role_letter(role: Role) -> char {
    match role {
        Role::Owner => 'o',
        Role::Admin => 'a',
        Role::Manager => 'm',
        Role::Dispatcher => 'd',
        Role::Worker => 'w',
        Role::Member => 'e',
        Role::TeamLead => 't',
        Role::Partner => 'p',
        Role::Caller => 'c',
        Role::Analyst => 'n',
        Role::Accountant => 'u',
    }
}

pub(crate) fn role_of(letter: char) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_letter(*role) == letter)
}

impl MemberTap {
    pub(crate) fn encode(self) -> String {
        match self {
            MemberTap::List(None) => "l".to_owned(),
            MemberTap::List(Some(after)) => format!("l{}", id(after.0)),
            MemberTap::Show(member) => format!("s{}", id(member.0)),
            MemberTap::AskRole(member) => format!("r{}", id(member.0)),
            MemberTap::SetRole(member, role) => format!("R{}{}", role_letter(role), id(member.0)),
            MemberTap::AskRemove(member) => format!("x{}", id(member.0)),
            MemberTap::Remove(member) => format!("X{}", id(member.0)),
            MemberTap::AskOffer(member) => format!("o{}", id(member.0)),
            MemberTap::Offer(member) => format!("O{}", id(member.0)),
            MemberTap::Accept(offer) => format!("a{}", id(offer.0)),
            MemberTap::Withdraw(offer) => format!("w{}", id(offer.0)),
        }
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        let kind = letters.next()?;
        let rest = letters.as_str();
        let member = |text: &str| Some(MemberId(parse_id(text)?));
        let offer = |text: &str| Some(OfferId(parse_id(text)?));
        Some(match (kind, rest) {
            ('l', "") => MemberTap::List(None),
            ('l', rest) => MemberTap::List(Some(member(rest)?)),
            ('s', rest) => MemberTap::Show(member(rest)?),
            ('r', rest) => MemberTap::AskRole(member(rest)?),
            ('R', rest) => {
                let mut letters = rest.chars();
                let role = role_of(letters.next()?)?;
                MemberTap::SetRole(member(letters.as_str())?, role)
            }
            ('x', rest) => MemberTap::AskRemove(member(rest)?),
            ('X', rest) => MemberTap::Remove(member(rest)?),
            ('o', rest) => MemberTap::AskOffer(member(rest)?),
            ('O', rest) => MemberTap::Offer(member(rest)?),
            ('a', rest) => MemberTap::Accept(offer(rest)?),
            ('w', rest) => MemberTap::Withdraw(offer(rest)?),
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let (member, offer) = (MemberId(uuid::Uuid::from_u128(u128::MAX)), OfferId(uuid::Uuid::from_u128(3)));
        let mut all = vec![
            MemberTap::List(None),
            MemberTap::List(Some(member)),
            MemberTap::Show(member),
            MemberTap::AskRole(member),
            MemberTap::AskRemove(member),
            MemberTap::Remove(member),
            MemberTap::AskOffer(member),
            MemberTap::Offer(member),
            MemberTap::Accept(offer),
            MemberTap::Withdraw(offer),
        ];
        all.extend(Role::ALL.map(|role| MemberTap::SetRole(member, role)));
        all
    }
}

//! What the members can do, in the org's own words: «сантехника», «электрика», «лифты». A category of requests names
//! the skill that it takes.

mod service;
mod store;

use crate::ids::{MemberId, SkillId};

pub use service::{add, delete, list, of_members, rename, set};

/// The most skills of one org.
pub const SKILLS_MAX: usize = 200;

/// A skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// Its name, unique in the org, at most 80 characters.
    pub name: String,
    /// Who has it, of the members in force.
    pub members: Vec<MemberId>,
}

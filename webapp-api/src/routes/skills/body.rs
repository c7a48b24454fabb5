//! A skill as it is sent.

use domain::skills::Skill;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Something that members can do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Skill)]
pub(super) struct SkillBody {
    /// Its id.
    id: Uuid,
    /// Its name, unique in the org.
    #[schema(example = "Сантехника")]
    name: String,
    /// Who can do it.
    member_ids: Vec<Uuid>,
}

impl From<Skill> for SkillBody {
    fn from(skill: Skill) -> Self {
        let member_ids = skill.members.into_iter().map(|member| member.0).collect();
        Self { id: skill.id.0, name: skill.name, member_ids }
    }
}

/// Skills.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Skills {
    /// By name.
    pub(super) items: Vec<SkillBody>,
}

/// What a skill is called.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct SkillName {
    /// Unique in the org.
    #[garde(length(chars, min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "Лифты")]
    pub(super) name: String,
}

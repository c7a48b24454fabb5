//! SQL of audit.

mod list;
mod months;
mod reports;
mod seals;

pub(super) use list::{count, list};
pub(super) use months::{
    any_unsealed_before, bound_of_old, drop_anchored_seals, drop_events_before, forget_told_before, make_partitions,
    move_anchors,
};
pub(super) use reports::{activity, security};
pub(super) use seals::{
    Chain, Seal, chain, deleted_unsealed, foreign_after, heads, hold_log, lock_chain, orgs_unsealed, save_seals,
    seals_after, unsealed, waiting,
};

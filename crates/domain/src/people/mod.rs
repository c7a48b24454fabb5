//! People as one org knows them: name, language, phone, and whether the bot can reach them.

mod model;
mod service;
mod store;

pub(crate) use model::tidy_name;
pub use model::{Home, Identity, Language, Newcomer, phone_e164};
pub use service::{
    account, choose_language, confirm_phone, give_consent, has_consented, identify, known, language, mark_reachable,
    mark_unreachable, name,
};

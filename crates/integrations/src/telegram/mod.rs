//! Telegram beside the Bot API: what proves who opened a mini-app, and who signed in on the web.

pub mod init_data;
pub mod oidc;

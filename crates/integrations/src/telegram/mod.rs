//! Telegram beside the Bot API: what proves who opened a mini-app.

pub mod init_data;

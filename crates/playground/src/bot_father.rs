//! A small @BotFather: `/newbot` asks for a name and a username and gives a token, in the words of the real one.
//!
//! It is a bot like any other: it polls and answers through the Bot API of this very server.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::{
    error::{Error, Result},
    server::Server,
};

const USERNAME: &str = "BotFather";
/// How long a poll waits, in seconds.
const POLL: u64 = 50;
const HELP: &str = "I can help you create Telegram bots. Send /newbot and follow me.";
const ASK_NAME: &str = "Alright, a new bot. How are we going to call it? Please choose a name for your bot.";
const ASK_USERNAME: &str = "Good. Now let's choose a username for your bot. It must end in `bot`. Like this, for example: TetrisBot or tetris_bot.";
const WRONG_END: &str = "Sorry, the username must end in 'bot'. E.g. 'Tetris_bot' or 'Tetrisbot'";
const INVALID: &str = "Sorry, this username is invalid.";
const TAKEN: &str = "Sorry, this username is already taken. Please try something different.";

/// What somebody was asked last.
enum Asked {
    Name,
    Username { name: String },
}

struct BotFather {
    server: Server,
    token: String,
    /// By the person's id. Not kept: after a restart one sends `/newbot` again.
    asked: HashMap<i64, Asked>,
}

/// Has @BotFather answer until the playground stops.
pub(crate) fn open(server: &Server) {
    let token = server.change(|world| {
        let id = world.add_bot(USERNAME, USERNAME);
        world.bot(id).map(|bot| bot.token.clone()).unwrap_or_default()
    });
    let mut father = BotFather { server: server.clone(), token, asked: HashMap::new() };
    let stopping = server.stopping();
    server.spawn(async move {
        tokio::select! {
            () = stopping => {}
            Err(error) = father.serve() => tracing::error!(%error, "BotFather has left"),
        }
    });
}

impl BotFather {
    async fn serve(&mut self) -> Result<()> {
        let mut offset = 0;
        loop {
            let updates = self.call("getUpdates", json!({"offset": offset, "timeout": POLL})).await?;
            for update in updates.as_array().into_iter().flatten() {
                offset = update["update_id"].as_i64().unwrap_or_default() + 1;
                let message = &update["message"];
                if message["chat"]["type"] != "private" {
                    continue;
                }
                let person = message["chat"]["id"].as_i64().unwrap_or_default();
                let answer = self.answer(person, message["text"].as_str().unwrap_or_default().trim());
                self.call("sendMessage", json!({"chat_id": person, "text": answer})).await?;
            }
        }
    }

    fn answer(&mut self, person: i64, text: &str) -> String {
        if text == "/newbot" {
            self.asked.insert(person, Asked::Name);
            return ASK_NAME.to_owned();
        }
        match self.asked.remove(&person) {
            Some(Asked::Name) if !text.is_empty() && !text.starts_with('/') => {
                self.asked.insert(person, Asked::Username { name: text.to_owned() });
                ASK_USERNAME.to_owned()
            }
            Some(Asked::Username { name }) if !text.starts_with('/') => match self.make(text, &name) {
                Ok(told) => told,
                Err(refused) => {
                    self.asked.insert(person, Asked::Username { name });
                    refused.to_owned()
                }
            },
            _ => HELP.to_owned(),
        }
    }

    /// Makes the bot and tells its token.
    fn make(&self, username: &str, name: &str) -> std::result::Result<String, &'static str> {
        let username = username.trim_start_matches('@');
        let is_word = username.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_word || !(5..=32).contains(&username.len()) {
            return Err(INVALID);
        }
        if !username.to_ascii_lowercase().ends_with("bot") {
            return Err(WRONG_END);
        }
        let token = self.server.change(|world| {
            if world.bots.values().any(|bot| bot.username.eq_ignore_ascii_case(username)) {
                return None;
            }
            let id = world.add_bot(username, name);
            world.bot(id).map(|bot| bot.token.clone())
        });
        let token = token.ok_or(TAKEN)?;
        Ok(format!(
            "Done! Congratulations on your new bot. You will find it at t.me/{username}.\n\nUse this token to access \
             the HTTP API:\n{token}\nKeep your token secure and store it safely, it can be used by anyone to control \
             your bot."
        ))
    }

    async fn call(&self, method: &str, params: Value) -> Result<Value> {
        let address = format!("{}/bot{}/{method}", self.server.url(), self.token);
        let mut answer: Value = self.server.http().post(address).json(&params).send().await?.json().await?;
        if answer["ok"] != true {
            return Err(Error::Refused(format!("{method}: {}", answer["description"])));
        }
        Ok(answer["result"].take())
    }
}

//! What a bot says about itself: names, descriptions, commands and menu buttons, each by language,
//! scope or chat.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A bot's profile. Texts are keyed by language code, `""` is every other language.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Profile {
    pub(crate) names: BTreeMap<String, String>,
    pub(crate) descriptions: BTreeMap<String, String>,
    pub(crate) short_descriptions: BTreeMap<String, String>,
    /// Keyed by scope, then language.
    commands: BTreeMap<String, BTreeMap<String, Vec<Value>>>,
    default_menu: Option<Value>,
    menus: BTreeMap<i64, Value>,
}

impl Profile {
    pub(crate) fn new(name: &str) -> Self {
        Self { names: BTreeMap::from([(String::new(), name.to_owned())]), ..Self::default() }
    }

    /// The menu button that a person sees in the private chat.
    pub(crate) fn menu_button(&self, person: i64) -> Value {
        let default = || self.default_menu.clone().unwrap_or_else(|| json!({"type": "commands"}));
        match self.menus.get(&person) {
            Some(menu) if menu["type"] == "default" => default(),
            Some(menu) => menu.clone(),
            None => default(),
        }
    }

    pub(crate) fn set_menu_button(&mut self, person: Option<i64>, menu: Value) {
        match person {
            Some(person) => {
                self.menus.insert(person, menu);
            }
            None => self.default_menu = Some(menu).filter(|menu| menu["type"] != "default"),
        }
    }

    /// The menu button as set; `None` asks for the default one.
    pub(crate) fn own_menu_button(&self, person: Option<i64>) -> Value {
        match person {
            Some(person) => self.menus.get(&person).cloned().unwrap_or_else(|| json!({"type": "default"})),
            None => self.default_menu.clone().unwrap_or_else(|| json!({"type": "commands"})),
        }
    }

    pub(crate) fn set_commands(&mut self, scope: &Value, language: &str, commands: Vec<Value>) {
        self.commands.entry(scope_key(scope)).or_default().insert(language.to_owned(), commands);
    }

    pub(crate) fn delete_commands(&mut self, scope: &Value, language: &str) {
        if let Some(by_language) = self.commands.get_mut(&scope_key(scope)) {
            by_language.remove(language);
        }
    }

    pub(crate) fn commands(&self, scope: &Value, language: &str) -> Vec<Value> {
        self.commands.get(&scope_key(scope)).and_then(|by| by.get(language)).cloned().unwrap_or_default()
    }

    /// The commands of the first scope that has some for the language or for every language; this is the order in
    /// which Telegram looks.
    pub(crate) fn commands_for(&self, scopes: &[Value], language: &str) -> Vec<Value> {
        for scope in scopes {
            for language in [language, ""] {
                let found = self.commands(scope, language);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        Vec::new()
    }
}

fn scope_key(scope: &Value) -> String {
    let part = |key: &str| scope.get(key).map(|value| format!(":{value}")).unwrap_or_default();
    format!("{}{}{}", scope["type"].as_str().unwrap_or("default"), part("chat_id"), part("user_id"))
}

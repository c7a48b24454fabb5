//! Buttons under the card of an import, and how they fit into callback data.

use domain::ids::ImportId;

use crate::action::{id, parse_id};

/// A button under the card of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportTap {
    /// What is done.
    pub act: ImportAct,
    /// To which.
    pub import: ImportId,
}

/// What is done to an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportAct {
    /// It is loaded.
    Load,
    /// Its errors are sent as a file.
    Errors,
    /// Nobody wants it.
    Discard,
    /// It is taken back.
    Undo,
}

impl ImportTap {
    pub(crate) fn encode(self) -> String {
        let act = match self.act {
            ImportAct::Load => 'l',
            ImportAct::Errors => 'e',
            ImportAct::Discard => 'd',
            ImportAct::Undo => 'u',
        };
        format!("{act}{}", id(self.import.0))
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        let act = match letters.next()? {
            'l' => ImportAct::Load,
            'e' => ImportAct::Errors,
            'd' => ImportAct::Discard,
            'u' => ImportAct::Undo,
            _ => return None,
        };
        Some(Self { act, import: ImportId(parse_id(letters.as_str())?) })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let import = ImportId(uuid::Uuid::from_u128(11));
        let acts = [ImportAct::Load, ImportAct::Errors, ImportAct::Discard, ImportAct::Undo];
        acts.map(|act| Self { act, import }).to_vec()
    }
}

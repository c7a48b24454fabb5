//! Variables as declared in the comment directly above a message of the source
//! language, in Fluent's conventional form: `# $count (Number) — how many`.

use fluent_syntax::ast;

use super::catalog::is_snake;

/// How a variable is passed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `i64`
    Number,
    /// `&str`
    String,
}

/// One declared variable.
#[derive(Clone)]
pub struct Variable {
    pub name: String,
    pub kind: Kind,
    /// What it means; may be empty.
    pub meaning: String,
}

/// The variables in a message's comment, in order. Lines that do not start
/// with `$` are free text. The error says what is wrong with a declaration.
pub fn variables(comment: Option<&ast::Comment<String>>) -> Result<Vec<Variable>, String> {
    let mut found: Vec<Variable> = Vec::new();
    for line in comment.iter().flat_map(|c| &c.content).map(|line| line.trim()) {
        let Some(declaration) = line.strip_prefix('$') else {
            continue;
        };
        let variable = variable(declaration)
            .ok_or_else(|| format!("`{line}` is not `$name (Number) — meaning` or `$name (String) — meaning`"))?;
        if !is_snake(&variable.name) || variable.name == "lang" {
            return Err(format!("${}: a variable is snake_case and not `lang`", variable.name));
        }
        if found.iter().any(|other| other.name == variable.name) {
            return Err(format!("${} is declared twice", variable.name));
        }
        found.push(variable);
    }
    Ok(found)
}

fn variable(declaration: &str) -> Option<Variable> {
    let (name, rest) = declaration.split_once('(')?;
    let (kind, meaning) = rest.split_once(')')?;
    let kind = match kind.trim() {
        "Number" => Kind::Number,
        "String" => Kind::String,
        _ => return None,
    };
    let meaning = meaning.trim_start_matches([' ', '—', '–', '-', ':']).to_owned();
    Some(Variable { name: name.trim().to_owned(), kind, meaning })
}

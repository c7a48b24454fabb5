//! Writes the Rust source: the embedded files, one module per capability with
//! one function per text, and the table of error texts. A text that is plain in
//! every language becomes literals and never touches Fluent at run time.

use std::{collections::BTreeMap, fmt::Write};

use fluent_syntax::{ast, serializer, unicode::unescape_unicode_to_string};

use super::catalog::{Message, Pattern};
use super::check::Function;
use super::declared::Kind;
use super::{LANGS, Source};

/// The whole generated file. Paths inside are relative to the crate's folder.
pub fn emit(sources: &[Source], functions: &[Function<'_>]) -> String {
    let mut out = String::from(
        "use std::sync::LazyLock;\n\nstatic TEXTS: LazyLock<crate::catalog::Catalog> = LazyLock::new(|| crate::catalog::Catalog::new(&[\n",
    );
    for (lang, variant) in LANGS {
        line(&mut out, format_args!("    (crate::Lang::{variant}, &["));
        for source in sources.iter().filter(|s| s.lang == lang) {
            line(
                &mut out,
                format_args!(
                    "        include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?})),",
                    format!("/{}", source.path)
                ),
            );
        }
        line(&mut out, format_args!("    ]),"));
    }
    out.push_str("]));\n\n");
    modules(&mut out, functions);
    errors(&mut out, functions);
    out
}

fn modules(out: &mut String, functions: &[Function<'_>]) {
    // `errors` exists even while there is no such file, so that its users compile.
    let mut modules: BTreeMap<&str, Vec<&Function<'_>>> = BTreeMap::from([("errors", Vec::new())]);
    for f in functions {
        modules.entry(f.source.capability.as_str()).or_default().push(f);
    }
    line(
        out,
        format_args!(
            "/// One module per capability, one function per text of its `locales/*/<capability>.ftl`.\npub mod t {{"
        ),
    );
    for (capability, functions) in modules {
        line(out, format_args!("/// Texts of `locales/*/{capability}.ftl`.\npub mod r#{capability} {{"));
        if !functions.is_empty() {
            line(out, format_args!("use crate::Lang;\n"));
        }
        functions.iter().for_each(|f| function(out, f));
        line(out, format_args!("}}"));
    }
    line(out, format_args!("}}\n"));
}

fn function(out: &mut String, f: &Function<'_>) {
    doc(out, f);
    let parameters: String = f
        .variables
        .iter()
        .map(|v| match v.kind {
            Kind::Number => format!(", r#{}: i64", v.name),
            Kind::String => format!(", r#{}: &str", v.name),
        })
        .collect();
    line(out, format_args!("pub fn r#{}(lang: Lang{parameters}) -> String {{", f.name));
    let literals: Option<Vec<String>> = f.patterns.iter().map(|p| literal(p)).collect();
    match literals {
        Some(texts) => {
            line(out, format_args!("    match lang {{"));
            for ((_, variant), text) in LANGS.iter().zip(texts) {
                line(out, format_args!("        Lang::{variant} => {text:?},"));
            }
            line(out, format_args!("    }}.to_owned()"));
        }
        None => formatted(out, f),
    }
    line(out, format_args!("}}\n"));
}

fn formatted(out: &mut String, f: &Function<'_>) {
    let (id, attribute) = &f.key;
    let args = if f.variables.is_empty() {
        "None"
    } else {
        line(out, format_args!("    let mut args = fluent_bundle::FluentArgs::with_capacity({});", f.variables.len()));
        for v in &f.variables {
            line(out, format_args!("    args.set({0:?}, r#{0});", v.name));
        }
        "Some(&args)"
    };
    line(out, format_args!("    super::super::TEXTS.format(lang, {id:?}, {attribute:?}, {args})"));
}

/// The text, when it has no placeable but quoted characters such as `{"\u00A0"}`.
fn literal(pattern: &Pattern) -> Option<String> {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            ast::PatternElement::TextElement { value } => Some(value.as_str().into()),
            ast::PatternElement::Placeable {
                expression: ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }),
            } => Some(unescape_unicode_to_string(value)),
            ast::PatternElement::Placeable { .. } => None,
        })
        .collect()
}

/// The source text in a code block, where Markdown and HTML in it mean nothing.
fn doc(out: &mut String, f: &Function<'_>) {
    let (_, attribute) = &f.key;
    let shown = Message {
        id: f.message.id.clone(),
        value: f.message.value.clone().filter(|_| attribute.is_none()),
        attributes: f.message.attributes.iter().filter(|a| Some(&a.id.name) == attribute.as_ref()).cloned().collect(),
        comment: None,
    };
    let text = serializer::serialize(&ast::Resource { body: vec![ast::Entry::Message(shown)] });
    let mut doc = format!("~~~text\n{}\n~~~", text.trim_end());
    for v in f.variables.iter().filter(|v| !v.meaning.is_empty()) {
        let _ = write!(doc, "\n- `{}`: {}", v.name, v.meaning);
    }
    line(out, format_args!("#[doc = {doc:?}]"));
}

/// The texts that need nothing but the code: those of `errors` without variables or attributes.
fn errors(out: &mut String, functions: &[Function<'_>]) {
    let plain: Vec<&str> = functions
        .iter()
        .filter(|f| f.source.capability == "errors" && f.variables.is_empty() && f.key.1.is_none())
        .map(|f| f.name.as_str())
        .collect();
    line(
        out,
        format_args!("/// Codes that [`error_text`] knows, sorted.\npub const ERROR_CODES: &[&str] = &{plain:?};\n"),
    );
    line(
        out,
        format_args!(
            "/// The text of an error code such as `already_taken`; `None` for a code without a text\n\
         /// or whose text has variables (call its function in [`t::errors`]).\n\
         pub fn error_text(lang: crate::Lang, code: &str) -> Option<String> {{"
        ),
    );
    if plain.is_empty() {
        line(out, format_args!("    let _ = (lang, code);\n    None"));
    } else {
        line(out, format_args!("    Some(match code {{"));
        for code in plain {
            line(out, format_args!("        {code:?} => t::errors::r#{code}(lang),"));
        }
        line(out, format_args!("        _ => return None,\n    }})"));
    }
    line(out, format_args!("}}"));
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}

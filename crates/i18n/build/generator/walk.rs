//! What a pattern uses: variables, references, functions and the variants of
//! its selectors, found by one walk over the Fluent syntax tree.

use fluent_syntax::ast;

use super::catalog::{Key, Pattern};

type Expression = ast::Expression<String>;
type Inline = ast::InlineExpression<String>;

/// One use of something outside the pattern's own text.
pub enum Use {
    /// `$name`
    Variable(String),
    /// A message, a term or an attribute of either.
    Reference(Key),
    /// `NUMBER(…)`
    Function(String),
    /// `{ $name -> …}` with these identifiers as variants' keys.
    Choice(String, Vec<String>),
}

/// Everything that `pattern` uses, in the order of the text.
pub fn uses(pattern: &Pattern) -> Vec<Use> {
    let mut found = Vec::new();
    visit_pattern(pattern, &mut found);
    found
}

fn visit_pattern(pattern: &Pattern, found: &mut Vec<Use>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            visit_expression(expression, found);
        }
    }
}

fn visit_expression(expression: &Expression, found: &mut Vec<Use>) {
    match expression {
        ast::Expression::Inline(inline) => visit_inline(inline, found),
        ast::Expression::Select { selector, variants } => {
            visit_inline(selector, found);
            if let Inline::VariableReference { id } = selector {
                let keys = variants.iter().filter_map(|variant| match &variant.key {
                    ast::VariantKey::Identifier { name } => Some(name.clone()),
                    ast::VariantKey::NumberLiteral { .. } => None,
                });
                found.push(Use::Choice(id.name.clone(), keys.collect()));
            }
            for variant in variants {
                visit_pattern(&variant.value, found);
            }
        }
    }
}

fn visit_inline(inline: &Inline, found: &mut Vec<Use>) {
    match inline {
        Inline::VariableReference { id } => found.push(Use::Variable(id.name.clone())),
        Inline::MessageReference { id, attribute } => {
            found.push(Use::Reference(key(id.name.clone(), attribute)));
        }
        // A term's named arguments are literals and its positional ones are ignored by Fluent.
        Inline::TermReference { id, attribute, .. } => {
            found.push(Use::Reference(key(format!("-{}", id.name), attribute)));
        }
        Inline::FunctionReference { id, arguments } => {
            found.push(Use::Function(id.name.clone()));
            arguments.positional.iter().for_each(|argument| visit_inline(argument, found));
        }
        Inline::Placeable { expression } => visit_expression(expression, found),
        Inline::StringLiteral { .. } | Inline::NumberLiteral { .. } => {}
    }
}

fn key(id: String, attribute: &Option<ast::Identifier<String>>) -> Key {
    (id, attribute.as_ref().map(|a| a.name.clone()))
}

//! What a request is probably about, by its words. Rules first: a keyword is the beginning of a word, and the longer
//! what was found, the likelier.

use super::{Categories, Category, PlaceKind, Priority};
use crate::ids::CategoryId;

/// What the words speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The problem; the kind where no problem was recognised.
    pub category: CategoryId,
    /// Nothing else is as likely.
    pub is_sure: bool,
}

impl Categories {
    /// What `words` speak of, in any of our languages; none when they say nothing that we know. What cannot be `at` such
    /// a place is not meant.
    pub fn guess(&self, words: &str, at: Option<PlaceKind>) -> Option<Guess> {
        let heard = heard(words);
        let can_be = |category: &Category| at.is_none_or(|at| category.places.contains(&at));
        // A problem counts for itself and for what its kind's words say.
        let mut scored: Vec<(usize, CategoryId, CategoryId)> = vec![];
        for kind in self.kinds().filter(|kind| can_be(kind)) {
            let own = score(kind, &heard);
            let problems = self.problems(kind.id).filter(|problem| can_be(problem));
            let problems = problems.map(|problem| (score(problem, &heard), problem));
            let best = problems.filter(|(score, _)| *score > 0).max_by_key(|(score, _)| *score);
            match best {
                Some((score, problem)) => scored.push((own + score * 2, problem.id, kind.id)),
                None if own > 0 => scored.push((own, kind.id, kind.id)),
                None => {}
            }
        }
        scored.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
        let (best, category, _) = *scored.first()?;
        let is_sure = scored.get(1).is_none_or(|(second, ..)| *second < best);
        Some(Guess { category, is_sure })
    }
}

/// How much of what was heard belongs to the category, in characters.
fn score(category: &Category, heard: &str) -> usize {
    let found = category.keywords.iter().filter(|keyword| heard.contains(&heard_as(keyword)));
    let length: usize = found.map(|keyword| keyword.chars().count()).sum();
    // What may be an emergency is thought of first.
    if category.terms.priority == Priority::Emergency { length * 3 } else { length }
}

fn heard_as(keyword: &str) -> String {
    format!(" {}", tidy(keyword))
}

/// The words in lower case with one space before and after each.
fn heard(words: &str) -> String {
    let only: String = tidy(words).chars().map(|c| if c.is_alphanumeric() || c == '‘' { c } else { ' ' }).collect();
    let words: Vec<&str> = only.split_whitespace().collect();
    format!(" {} ", words.join(" "))
}

/// People write е for ё, and every kind of apostrophe.
fn tidy(words: &str) -> String {
    let lower = words.to_lowercase();
    lower
        .chars()
        .map(|c| match c {
            'ё' => 'е',
            '_' => ' ',
            '\'' | '`' | '’' | 'ʻ' | 'ʼ' => '‘',
            c => c,
        })
        .collect()
}

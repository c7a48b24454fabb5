//! The facts of a category, and the rules of what it may be told to be.

use serde::{Deserialize, Serialize};

use crate::{Error, Result, events::Changes, ids::CategoryId, people::Language};

/// How soon something has to be seen to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Priority {
    /// It can wait.
    Low,
    /// In its turn.
    #[default]
    Normal,
    /// Before the others.
    High,
    /// «Авария»: at once, at any hour.
    Emergency,
}

impl Priority {
    /// All of them, the least urgent first.
    pub const ALL: [Priority; 4] = [Priority::Low, Priority::Normal, Priority::High, Priority::Emergency];
}

/// The kinds of places where something can be the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum PlaceKind {
    /// In a unit.
    Unit,
    /// In an entrance, on the stairs.
    Entrance,
    /// In the yard.
    Yard,
}

impl PlaceKind {
    /// All of them.
    pub const ALL: [PlaceKind; 3] = [PlaceKind::Unit, PlaceKind::Entrance, PlaceKind::Yard];
}

/// A name in each language; at most 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// In Russian.
    pub ru: String,
    /// In Uzbek, in Latin script.
    pub uz: String,
    /// In English.
    pub en: String,
}

impl Names {
    /// The name in `language`.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Ru => &self.ru,
            Language::Uz => &self.uz,
            Language::En => &self.en,
        }
    }
}

/// What a category asks of the work. Of a problem, what it leaves open is as its kind has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How urgent it is unless somebody says otherwise.
    pub priority: Priority,
    /// Minutes of working time until somebody should have taken it.
    pub respond_minutes: Option<i32>,
    /// Minutes of working time until it should be done.
    pub resolve_minutes: Option<i32>,
    /// What whoever does it should be able to do.
    pub skill: Option<String>,
    /// «Готово» takes a photo from before the work.
    pub photo_before: bool,
    /// «Готово» takes a photo from after the work.
    pub photo_after: bool,
    /// The steps of the work: at most 20, of at most 200 characters.
    pub checklist: Vec<String>,
}

/// What a request can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// Its kind; none when it is one.
    pub parent: Option<CategoryId>,
    /// The preset that it began as.
    pub code: Option<String>,
    /// A picture: one emoji.
    pub icon: String,
    /// What it is called.
    pub names: Names,
    /// Where it can be.
    pub places: Vec<PlaceKind>,
    /// A whole house may have it, so that a neighbour's request may be the same.
    pub shared: bool,
    /// What it asks of the work.
    pub terms: Terms,
    /// By which words it is guessed: beginnings of words in lower case, `_` for a space.
    pub keywords: Vec<String>,
    /// Where it stands among the others.
    pub position: i32,
    /// Whether it is no longer offered.
    pub archived: bool,
    /// Grows with each edit.
    pub version: i32,
}

/// The categories of an org that are offered, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Categories(Vec<Category>);

impl Categories {
    /// Those of the list that are offered.
    pub fn of(all: Vec<Category>) -> Self {
        Self(all.into_iter().filter(|category| !category.archived).collect())
    }

    /// One of them.
    pub fn get(&self, id: CategoryId) -> Option<&Category> {
        self.0.iter().find(|category| category.id == id)
    }

    /// The one that began as this preset.
    pub fn by_code(&self, code: &str) -> Option<&Category> {
        self.0.iter().find(|category| category.code.as_deref() == Some(code))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Category> {
        self.0.iter()
    }

    /// The kinds.
    pub fn kinds(&self) -> impl Iterator<Item = &Category> {
        self.0.iter().filter(|category| category.parent.is_none())
    }

    /// The problems of a kind.
    pub fn problems(&self, kind: CategoryId) -> impl Iterator<Item = &Category> {
        self.0.iter().filter(move |category| category.parent == Some(kind))
    }
}

/// A category to be made.
#[derive(Clone, Debug)]
pub struct NewCategory {
    /// Its kind; none makes a new one.
    pub parent: Option<CategoryId>,
    /// A picture: one emoji.
    pub icon: String,
    /// What it is called.
    pub names: Names,
    /// Where it can be.
    pub places: Vec<PlaceKind>,
    /// A whole house may have it.
    pub shared: bool,
    /// What it asks of the work.
    pub terms: Terms,
    /// By which words it is guessed.
    pub keywords: Vec<String>,
    /// Where it stands among the others.
    pub position: i32,
}

/// What is to be different about a category; none stays as it is. Of what can be without a value the inner none takes
/// it away.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "as in Category and Terms")]
pub struct Edit {
    pub icon: Option<String>,
    pub names: Option<Names>,
    pub places: Option<Vec<PlaceKind>>,
    pub shared: Option<bool>,
    pub priority: Option<Priority>,
    pub respond_minutes: Option<Option<i32>>,
    pub resolve_minutes: Option<Option<i32>>,
    pub skill: Option<Option<String>>,
    pub photo_before: Option<bool>,
    pub photo_after: Option<bool>,
    pub checklist: Option<Vec<String>>,
    pub keywords: Option<Vec<String>>,
    pub position: Option<i32>,
    pub archived: Option<bool>,
}

impl Edit {
    /// The category as it will be, and what differs.
    pub(super) fn apply(&self, was: &Category) -> Result<(Category, Changes)> {
        fn set<T: Clone>(field: &mut T, edit: &Option<T>) {
            if let Some(value) = edit {
                field.clone_from(value);
            }
        }
        let mut next = was.clone();
        set(&mut next.icon, &self.icon);
        set(&mut next.names, &self.names);
        set(&mut next.places, &self.places);
        set(&mut next.shared, &self.shared);
        set(&mut next.terms.priority, &self.priority);
        set(&mut next.terms.respond_minutes, &self.respond_minutes);
        set(&mut next.terms.resolve_minutes, &self.resolve_minutes);
        set(&mut next.terms.skill, &self.skill);
        set(&mut next.terms.photo_before, &self.photo_before);
        set(&mut next.terms.photo_after, &self.photo_after);
        set(&mut next.terms.checklist, &self.checklist);
        set(&mut next.keywords, &self.keywords);
        set(&mut next.position, &self.position);
        set(&mut next.archived, &self.archived);
        tidy(&mut next)?;
        let changes = Changes::of("icon", &was.icon, &next.icon)
            .and("names", &was.names, &next.names)
            .and("places", &was.places, &next.places)
            .and("shared", &was.shared, &next.shared)
            .and("priority", &was.terms.priority, &next.terms.priority)
            .and("respond_minutes", &was.terms.respond_minutes, &next.terms.respond_minutes)
            .and("resolve_minutes", &was.terms.resolve_minutes, &next.terms.resolve_minutes)
            .and("skill", &was.terms.skill, &next.terms.skill)
            .and("photo_before", &was.terms.photo_before, &next.terms.photo_before)
            .and("photo_after", &was.terms.photo_after, &next.terms.photo_after)
            .and("checklist", &was.terms.checklist, &next.terms.checklist)
            .and("keywords", &was.keywords, &next.keywords)
            .and("position", &was.position, &next.position)
            .and("archived", &was.archived, &next.archived);
        Ok((next, changes))
    }
}

/// Brings a category into shape, or says what is wrong with it.
pub(super) fn tidy(category: &mut Category) -> Result<()> {
    for name in [&mut category.names.ru, &mut category.names.uz, &mut category.names.en] {
        *name = name.trim().to_owned();
        if !(1..=60).contains(&name.chars().count()) || name.chars().any(char::is_control) {
            return Err(Error::Invalid { field: "names", code: "category_name_invalid" });
        }
    }
    category.icon = category.icon.trim().to_owned();
    if !(1..=16).contains(&category.icon.chars().count()) {
        return Err(Error::Invalid { field: "icon", code: "category_icon_invalid" });
    }
    if category.places.is_empty() {
        return Err(Error::Invalid { field: "places", code: "category_places_missing" });
    }
    category.places = PlaceKind::ALL.into_iter().filter(|place| category.places.contains(place)).collect();
    let terms = &mut category.terms;
    for (field, minutes) in [("respond_minutes", terms.respond_minutes), ("resolve_minutes", terms.resolve_minutes)] {
        if minutes.is_some_and(|minutes| !(1..=525_600).contains(&minutes)) {
            return Err(Error::Invalid { field, code: "minutes_invalid" });
        }
    }
    terms.skill = terms.skill.take().map(|skill| skill.trim().to_lowercase()).filter(|skill| !skill.is_empty());
    if terms.skill.as_ref().is_some_and(|skill| skill.chars().count() > 60) {
        return Err(Error::Invalid { field: "skill", code: "skill_invalid" });
    }
    for step in &mut terms.checklist {
        *step = step.trim().to_owned();
    }
    terms.checklist.retain(|step| !step.is_empty());
    if terms.checklist.len() > 20 || terms.checklist.iter().any(|step| step.chars().count() > 200) {
        return Err(Error::Invalid { field: "checklist", code: "checklist_invalid" });
    }
    for word in &mut category.keywords {
        *word = word.trim().to_lowercase();
    }
    category.keywords.retain(|word| !word.is_empty());
    if category.keywords.len() > 100 || category.keywords.iter().any(|word| word.chars().count() > 60) {
        return Err(Error::Invalid { field: "keywords", code: "keywords_invalid" });
    }
    Ok(())
}

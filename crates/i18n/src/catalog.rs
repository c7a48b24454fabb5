//! The Fluent bundles behind the generated functions: one per language, parsed
//! once per process, shared by all threads.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

use crate::Lang;

/// All texts in all languages.
pub(crate) struct Catalog {
    /// Indexed by `Lang as usize`.
    bundles: [FluentBundle<FluentResource>; Lang::ALL.len()],
}

impl Catalog {
    /// Parses the embedded files. The build script has checked them, so what
    /// Fluent could complain about here cannot occur.
    pub(crate) fn new(files: &[(Lang, &[&str])]) -> Self {
        let bundle = |lang: Lang| {
            let locale = lang.code().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![locale]);
            // Chat texts have no use for the U+2068/U+2069 marks around variables.
            bundle.set_use_isolating(false);
            let builtins = bundle.add_builtins();
            debug_assert!(builtins.is_ok(), "NUMBER is registered once");
            for (_, sources) in files.iter().filter(|(of, _)| *of == lang) {
                for source in *sources {
                    let resource =
                        FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
                    bundle.add_resource_overriding(resource);
                }
            }
            bundle
        };
        Self { bundles: Lang::ALL.map(bundle) }
    }

    /// The value of message `id`, or its `attribute`. Numbers are written
    /// plainly (`1234567`) and are exact up to 2^53. An unknown id, which the
    /// generated functions cannot ask for, gives the id itself.
    pub(crate) fn format(
        &self,
        lang: Lang,
        id: &str,
        attribute: Option<&str>,
        args: Option<&FluentArgs<'_>>,
    ) -> String {
        let bundle = &self.bundles[lang as usize];
        let pattern = bundle.get_message(id).and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            debug_assert!(false, "no text {id} in {lang}");
            return id.to_owned();
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors);
        debug_assert!(errors.is_empty(), "{id} in {lang}: {errors:?}");
        text.into_owned()
    }
}

//! What is chosen from by a tap: why, with which word, until when. Each has a letter in callback data.

macro_rules! letters {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $letter:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them, in the order of the buttons.
            pub const ALL: [$name; [$($letter),*].len()] = [$($name::$variant),*];

            pub(super) fn letter(self) -> char {
                match self { $($name::$variant => $letter,)* }
            }

            pub(super) fn of(letter: &str) -> Option<Self> {
                $name::ALL.into_iter().find(|one| letter.chars().eq([one.letter()]))
            }
        }
    };
}

letters! {
    /// Why whoever has a request gives it back.
    ReleaseReason {
        /// Too much to do.
        Busy = 'b',
        /// It takes somebody else.
        OtherTrade = 't',
        /// Ill.
        Ill = 'i',
        /// The tools or the access are missing.
        NoTools = 'n',
    }
}

letters! {
    /// Why the org does not do what is asked.
    DeclineReason {
        /// Somebody else is responsible.
        NotOurs = 'n',
        /// It says too little, and nobody answers.
        Unclear = 'u',
        /// It was done before.
        Already = 'a',
        /// It is no request at all.
        Spam = 's',
    }
}

letters! {
    /// Why a resident withdraws a request.
    CancelReason {
        /// It has solved itself.
        Solved = 's',
        /// It was filed by mistake.
        Mistake = 'm',
        /// Somebody else does it.
        Elsewhere = 'e',
        /// It took too long.
        TooLong = 'l',
    }
}

letters! {
    /// What is said with the stars by a tap.
    RatingTag {
        /// «Быстро».
        Fast = 'f',
        /// «Чисто».
        Clean = 'c',
        /// «Вежливо».
        Polite = 'p',
        /// «Дорого».
        Expensive = 'e',
    }
}

impl RatingTag {
    /// Its name in the database: one of `domain::requests::RATING_TAGS`.
    pub fn code(self) -> &'static str {
        match self {
            RatingTag::Fast => "fast",
            RatingTag::Clean => "clean",
            RatingTag::Polite => "polite",
            RatingTag::Expensive => "expensive",
        }
    }
}

letters! {
    /// When somebody comes back to what waits.
    When {
        /// Today at 18.
        Evening = 'e',
        /// Tomorrow at 9.
        Morning = 'm',
        /// On the next Monday at 9.
        Monday = 'w',
    }
}

letters! {
    /// What was done, by a tap.
    ResultWord {
        /// «Починил».
        Repaired = 'r',
        /// «Заменил деталь».
        Replaced = 'p',
        /// «Настроил».
        Adjusted = 'a',
    }
}

//! The typeface of what is drawn and printed: Inter, by the SIL Open Font License (`inter/OFL.txt`).
//!
//! It has Latin with ‘ and ’, and Cyrillic with the letters of Uzbek. Embedded, so that a machine needs no fonts.

/// Inter, regular.
pub static REGULAR: &[u8] = include_bytes!("../inter/Inter-Regular.ttf");

/// Inter, bold.
pub static BOLD: &[u8] = include_bytes!("../inter/Inter-Bold.ttf");

#[cfg(test)]
mod tests {
    use ttf_parser::Face;

    #[test]
    fn every_letter_of_the_languages_is_in_both() {
        let letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяўқғҳ".chars();
        let letters = letters.flat_map(|letter| [letter].into_iter().chain(letter.to_uppercase()));
        let signs = "‘’«»„“№★·→—–…°²%+0123456789".chars();
        for (name, font) in [("regular", super::REGULAR), ("bold", super::BOLD)] {
            let face = Face::parse(font, 0).unwrap();
            let missing: String = letters
                .clone()
                .chain(signs.clone())
                .chain(' '..='~')
                .filter(|c| face.glyph_index(*c).is_none())
                .collect();
            assert_eq!(missing, "", "missing in {name}");
        }
    }
}

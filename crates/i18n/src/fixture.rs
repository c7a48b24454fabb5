//! The generated code at work, on the small catalog of `tests/fixture` that
//! holds one text of every shape. Independent of the product's own texts.

include!(concat!(env!("OUT_DIR"), "/fixture.rs"));

mod tests {
    use super::{ERROR_CODES, TEXTS, error_text, t::errors, t::orders};
    use crate::Lang::{self, En, Ru, Uz};

    #[test]
    fn a_plain_text_is_the_same_as_fluent_would_give() {
        assert_eq!(orders::plain(Ru), "Заказ");
        assert_eq!(orders::escaped(Ru), "«Ж»:\u{a0}{скобка}");
        assert_eq!(orders::long(En), "First line\n\nsecond line\n  indented");
        for lang in Lang::ALL {
            for (id, literal) in [
                ("orders-plain", orders::plain(lang)),
                ("orders-escaped", orders::escaped(lang)),
                ("orders-long", orders::long(lang)),
            ] {
                assert_eq!(TEXTS.format(lang, id, None, None), literal);
            }
        }
    }

    #[test]
    fn russian_plurals() {
        for (count, text) in [
            (0, "заказов нет"),
            (1, "1 заказ"),
            (2, "2 заказа"),
            (5, "5 заказов"),
            (11, "11 заказов"),
            (21, "21 заказ"),
            (22, "22 заказа"),
            (25, "25 заказов"),
            (101, "101 заказ"),
            (112, "112 заказов"),
            (1234567, "1234567 заказов"),
            (-1, "-1 заказ"),
        ] {
            assert_eq!(orders::count(Ru, count, "Анна"), format!("Анна: {text}"));
        }
    }

    #[test]
    fn plurals_of_the_other_languages() {
        assert_eq!(orders::count(En, 1, "Ann"), "Ann: 1 order");
        assert_eq!(orders::count(En, 21, "Ann"), "Ann: 21 orders");
        assert_eq!(orders::count(Uz, 1, "Anna"), "Anna: 1 ta buyurtma");
        assert_eq!(orders::place(En, 22), "22nd");
        assert_eq!(orders::place(Uz, 3), "3-o‘rin");
    }

    #[test]
    fn extreme_numbers_do_not_panic() {
        for number in [i64::MIN, i64::MAX] {
            for lang in Lang::ALL {
                assert!(orders::count(lang, number, "").contains("9223372036854776"));
            }
        }
    }

    #[test]
    fn terms_references_and_attributes() {
        assert_eq!(orders::welcome(Ru), "Бот Конторы");
        assert_eq!(orders::welcome(Uz), "Kontora boti");
        assert_eq!(orders::state(Ru), "открыта");
        assert_eq!(orders::quoted(En, "Ann"), "“Hello, Ann!”");
        assert_eq!(orders::greeting(Uz, "Anna"), "Salom, Anna!");
        assert_eq!(orders::open(Ru), "Открыть");
        assert_eq!(orders::open_hint(Ru, 3), "Открыть 3 шт.");
    }

    #[test]
    fn rust_keywords_are_fine_as_names() {
        assert_eq!(orders::r#move(En), "Move");
        assert_eq!(orders::keywords(Ru, "Счёт", 7), "Счёт № 7");
    }

    #[test]
    fn a_variable_is_text_and_never_syntax() {
        assert_eq!(orders::greeting(En, "{ $count }"), "Hello, { $count }!");
    }

    #[test]
    fn error_texts_by_code() {
        assert_eq!(ERROR_CODES, ["already_taken"]);
        assert_eq!(error_text(Uz, "already_taken").as_deref(), Some("Allaqachon band"));
        assert_eq!(error_text(Ru, "internal"), None);
        assert_eq!(error_text(Ru, "errors-already-taken"), None);
        assert_eq!(errors::internal(En, "A1"), "Failure, number A1");
    }
}

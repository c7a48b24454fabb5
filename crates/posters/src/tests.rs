//! Pages are counted, read, drawn, and their codes decoded.
//!
//! `KONTORA_POSTERS=folder cargo test -p posters` leaves the files there, to be looked at.

use lopdf::Document;
use typst_layout::PagedDocument;

use crate::{
    Act, Error, Invite, InviteWords, MOST_INVITES, MOST_POSTERS, Poster, PosterWords, act, document, invites, posters,
};

fn poster_words() -> PosterWords {
    let words = |headline: &str, hint: &str| (headline.to_owned(), hint.to_owned());
    PosterWords {
        languages: vec![
            words("Сообщить о проблеме", "Наведите камеру телефона на код и напишите, что случилось"),
            words("Muammo haqida xabar berish", "Telefon kamerasini kodga qarating va nima bo‘lganini yozing"),
            words("Report a problem", "Point your phone’s camera at the code and write what happened"),
        ],
        org: "УК «Чилонзор-сервис»".into(),
        foot: "Telegram: @chilonzor_uk_bot".into(),
    }
}

fn poster(entrance: u8) -> Poster {
    Poster {
        place: "ЖК «Баҳор», улица Навои, дом 5".into(),
        entrance: format!("Подъезд {entrance}"),
        link: format!("https://t.me/chilonzor_uk_bot?start=e_0123456789abcdef0{entrance}"),
    }
}

fn invite_words() -> InviteWords {
    InviteWords {
        hints: vec![
            "Наведите камеру: это ваш дом в Telegram".into(),
            "Kamerani qarating: bu Telegramdagi uyingiz".into(),
            "Point your camera here: your home in Telegram".into(),
        ],
        org: "УК «Чилонзор-сервис»".into(),
    }
}

fn invite(flat: usize) -> Invite {
    Invite {
        place: "ЖК «Баҳор», улица Алишера Навои, дом 5, корпус 3".into(),
        unit: format!("кв. {flat}"),
        link: format!("https://t.me/chilonzor_uk_bot?start=f_0123456789abcdef{flat:04}"),
    }
}

fn keep(name: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("KONTORA_POSTERS") {
        std::fs::write(format!("{folder}/{name}"), bytes).unwrap();
    }
}

/// What the codes of a page say, as a phone reads them from its picture: one in each part of `columns` × `rows`.
fn decoded(name: &str, document: &PagedDocument, page: usize, (columns, rows): (usize, usize)) -> Vec<String> {
    let options = typst_render::RenderOptions { pixel_per_pt: 2.0.into(), ..Default::default() };
    let picture = typst_render::render(&document.pages()[page], &options);
    keep(name, &picture.encode_png().unwrap());
    let (width, height) = (picture.width() as usize / columns, picture.height() as usize / rows);
    let parts = (0..rows).flat_map(|row| (0..columns).map(move |column| (column * width, row * height)));
    let read = parts.filter_map(|(left, top)| {
        let mut part = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            picture.pixel((left + x) as u32, (top + y) as u32).unwrap().green()
        });
        part.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
    });
    read.collect()
}

/// The texts of a page, without the breaks that setting it made.
fn texts(pdf: &[u8], page: u32) -> String {
    Document::load_mem(pdf).unwrap().extract_text(&[page]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pages(pdf: &[u8]) -> usize {
    Document::load_mem(pdf).unwrap().get_pages().len()
}

#[test]
fn a_poster_says_in_three_languages_what_to_do_and_its_code_does_it() {
    let all: Vec<_> = (1..=2).map(poster).collect();
    let document = posters::set(&poster_words(), &all).unwrap();
    for (page, poster) in all.iter().enumerate().skip(1) {
        assert_eq!(decoded(&format!("poster{page}.png"), &document, page, (1, 1)), vec![poster.link.clone()]);
    }
    let pdf = document::pdf(&document).unwrap();
    keep("posters.pdf", &pdf);
    assert_eq!(pages(&pdf), 2);
    let text = texts(&pdf, 2);
    for (headline, hint) in poster_words().languages {
        assert!(text.contains(&headline) && text.contains(&hint), "{headline} in {text}");
    }
    for words in ["УК «Чилонзор-сервис»", "ЖК «Баҳор», улица Навои, дом 5 · Подъезд 2", "@chilonzor_uk_bot"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn a_poster_is_one_page_whatever_things_are_called() {
    let mut words = poster_words();
    words.org = "Общество с ограниченной ответственностью «Управляющая компания Юнусабадского района»".into();
    let long = Poster { place: "Очень длинный адрес, ".repeat(12), ..poster(1) };
    let document = posters::set(&words, std::slice::from_ref(&long)).unwrap();
    assert_eq!(document.pages().len(), 1);
    assert_eq!(decoded("poster_long.png", &document, 0, (1, 1)), vec![long.link]);
}

#[test]
fn cards_fill_pages_of_twelve_and_each_has_its_own_code() {
    let all: Vec<_> = (1..=25).map(invite).collect();
    let document = invites::set(&invite_words(), &all).unwrap();
    assert_eq!(document.pages().len(), 3);
    let links = |range: std::ops::Range<usize>| all[range].iter().map(|invite| invite.link.clone()).collect::<Vec<_>>();
    assert_eq!(decoded("invites0.png", &document, 0, (3, 4)), links(0..12));
    assert_eq!(decoded("invites2.png", &document, 2, (3, 4)), links(24..25));
    let pdf = document::pdf(&document).unwrap();
    keep("invites.pdf", &pdf);
    assert_eq!(pages(&pdf), 3);
    let text = texts(&pdf, 1);
    assert!(text.contains("кв. 1 ") && text.contains("кв. 12") && !text.contains("кв. 13"), "{text}");
    for hint in invite_words().hints {
        assert_eq!(text.matches(&hint).count(), 12, "{hint} in {text}");
    }
}

#[test]
fn what_somebody_wrote_is_printed_and_not_run() {
    let strange = "#panic(\"no\") $x$ *b* \\ #read(\"/etc/passwd\") `c` @d <e>";
    let one = Poster { place: strange.into(), ..poster(1) };
    let pdf = posters(&PosterWords { org: strange.into(), ..poster_words() }, &[one]).unwrap();
    assert!(texts(&pdf, 1).contains("#panic(\"no\") $x$ *b* \\ #read"), "{}", texts(&pdf, 1));
    let card = Invite { unit: strange.into(), ..invite(1) };
    assert!(texts(&invites(&invite_words(), &[card]).unwrap(), 1).contains("#panic"));
}

#[test]
fn the_same_words_give_the_same_file() {
    let file = || posters(&poster_words(), &[poster(1)]).unwrap();
    assert_eq!(file(), file());
}

#[test]
fn a_file_has_at_least_one_page_and_not_too_many() {
    assert!(matches!(posters(&poster_words(), &[]), Err(Error::Empty)));
    assert!(matches!(invites(&invite_words(), &[]), Err(Error::Empty)));
    assert!(matches!(posters(&poster_words(), &vec![poster(1); MOST_POSTERS + 1]), Err(Error::TooMany(MOST_POSTERS))));
    assert!(matches!(invites(&invite_words(), &vec![invite(1); MOST_INVITES + 1]), Err(Error::TooMany(MOST_INVITES))));
    let long = Poster { link: "x".repeat(5000), ..poster(1) };
    assert!(matches!(posters(&poster_words(), &[long]), Err(Error::Link)));
}

#[test]
fn an_act_says_what_happened_when_and_has_room_for_signatures() {
    let line = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let steps: Vec<_> = (0..80).map(|n| line(&format!("21.11.2026 09:{:02}", n % 60), &format!("Шаг {n}"))).collect();
    let it = Act {
        org: "УК «Чилонзор-сервис»".into(),
        title: "Акт об аварии № 1057".into(),
        made: "Составлен 21.11.2026 12:40".into(),
        facts: vec![line("Где", "улица Навои, дом 5 · #eval(\"1\")"), line("Оповещено жителей", "184")],
        tables: vec![("Ход работ".into(), steps), ("Пусто".into(), vec![])],
        signatures: vec!["Мастер".into(), "Bosh muhandis".into()],
    };
    let pdf = act(&it).unwrap();
    keep("act.pdf", &pdf);
    let all: String = (1..=pages(&pdf)).map(|page| texts(&pdf, page as u32)).collect::<Vec<_>>().join(" ");
    // The signs of a formula are set apart in print; what counts is that it was not run.
    for words in ["Акт об аварии № 1057", "eval(\"1\")", "184", "Шаг 79", "Bosh muhandis"] {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(!all.contains("Пусто"), "a table without lines is left out");
    let long = Act { tables: vec![("Ход".into(), vec![line("", ""); 1001])], ..it };
    assert!(matches!(act(&long), Err(Error::TooMany(_))));
}

//! What is seen on the pictures, counted in pixels.
//!
//! `KONTORA_CHARTS=folder cargo test -p charts` leaves the pictures there, to be looked at.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use charts::{Bar, CLOSED, CREATED, Color, Day, HEIGHT, OVERDUE, WIDTH, ranking, seven_days};
use image::RgbImage;

const RU: [&str; 7] = ["вс 15", "пн 16", "вт 17", "ср 18", "чт 19", "пт 20", "сб 21"];
const UZ: [&str; 7] = ["yak 15", "dush 16", "sesh 17", "chor 18", "pay 19", "ju 20", "shan 21"];

fn week<'a>(labels: [&'a str; 7], factor: u32) -> Vec<Day<'a>> {
    let numbers = [(20, 10, 0), (42, 39, 3), (35, 40, 2), (28, 30, 1), (51, 44, 5), (46, 50, 4), (12, 18, 0)];
    labels
        .into_iter()
        .zip(numbers)
        .map(|(label, (created, closed, overdue))| Day {
            label,
            created: created * factor,
            closed: closed * factor,
            overdue: overdue * factor,
        })
        .collect()
}

fn picture(name: &str, png: &[u8]) -> RgbImage {
    if let Ok(folder) = std::env::var("KONTORA_CHARTS") {
        std::fs::write(format!("{folder}/{name}.png"), png).unwrap();
    }
    let picture = image::load_from_memory(png).unwrap().to_rgb8();
    assert_eq!(picture.dimensions(), (WIDTH, HEIGHT));
    assert!(png.len() < 200_000, "{} bytes", png.len());
    picture
}

/// The full bars of a colour from left to right: rows of pixels that are that colour over a bar's width.
fn heights(picture: &RgbImage, color: Color) -> Vec<u32> {
    let mut heights = vec![];
    let mut inside = false;
    for x in 0..WIDTH {
        // The ground is at 640: a bar stands on it.
        let height = (160..640).rev().take_while(|y| picture.get_pixel(x, *y).0 == color).count() as u32;
        if height > 0 && !inside {
            heights.push(height);
        }
        inside = height > 0;
    }
    heights
}

fn lengths(picture: &RgbImage, color: Color) -> Vec<u32> {
    let mut lengths = vec![];
    let mut inside = false;
    for y in 0..HEIGHT {
        let length = (500..WIDTH).take_while(|x| picture.get_pixel(*x, y).0 == color).count() as u32;
        if length > 0 && !inside {
            lengths.push(length);
        }
        inside = length > 0;
    }
    lengths
}

#[test]
fn bars_are_as_high_as_their_numbers() {
    let days = week(RU, 1);
    let png = seven_days("Заявки за 7 дней", ["создано", "закрыто", "просрочено"], &days).unwrap();
    let picture = picture("seven_days_ru", &png);
    type Of = fn(&Day<'_>) -> u32;
    let all: [(Color, Of); 3] =
        [(CREATED, |day| day.created), (CLOSED, |day| day.closed), (OVERDUE, |day| day.overdue)];
    for (color, of) in all {
        let expected: Vec<u32> = days.iter().map(of).filter(|n| *n > 0).map(|n| n * 430 / 51).collect();
        assert_eq!(heights(&picture, color), expected, "nothing has no bar, the most has all the room");
    }
}

#[test]
fn the_same_numbers_give_the_same_picture_and_others_another() {
    let draw = |title, factor| seven_days(title, ["a", "b", "c"], &week(UZ, factor)).unwrap();
    assert_eq!(draw("7 kun", 1), draw("7 kun", 1));
    assert_ne!(draw("7 kun", 1), draw("7 kun", 30), "the numbers at the bars differ");
    assert_ne!(draw("7 kun", 1), draw("7 gun", 1));
}

#[test]
fn uzbek_letters_and_large_numbers_find_room() {
    let legend = ["yangi kelgan so‘rovlar", "yopilgan so‘rovlar", "muddati o‘tgan so‘rovlar"];
    let png =
        seven_days("«Chilonzor-servis» boshqaruv kompaniyasi: 7 kunlik so‘rovlar", legend, &week(UZ, 97)).unwrap();
    let picture = picture("seven_days_uz", &png);
    assert_eq!(heights(&picture, CREATED).len(), 7);
    // Nothing runs over the edge.
    assert!((0..HEIGHT).all(|y| picture.get_pixel(WIDTH - 1, y).0 == [0xFF; 3]));
}

#[test]
fn a_week_without_a_request_is_a_picture_too() {
    let days = week(RU, 0);
    let picture = picture(
        "seven_days_none",
        &seven_days("Заявки за 7 дней", ["создано", "закрыто", "просрочено"], &days).unwrap(),
    );
    assert_eq!(heights(&picture, CREATED), []);
    assert!(seven_days("", ["", "", ""], &[]).is_ok());
}

#[test]
fn a_ranking_has_bars_as_long_as_their_numbers() {
    let bars = [
        Bar { label: "Бобур Каримов", value: 24, note: Some("24 · ★4,9") },
        Bar {
            label: "Акмаль Юсупов-Абдурахмонов Шухратович", value: 18, note: Some("18 · ★4,7")
        },
        Bar { label: "Oʻtkir Gʻaniyev", value: 6, note: None },
        Bar { label: "Ҳамид Қодиров", value: 0, note: None },
    ];
    let picture = picture("ranking", &ranking("Кто сколько закрыл за неделю", CLOSED, &bars).unwrap());
    assert_eq!(lengths(&picture, CLOSED), [560, 420, 140]);
    let many = vec![bars[0]; 30];
    let many = crate::picture("ranking_many", &ranking("Дома", CREATED, &many).unwrap());
    assert_eq!(lengths(&many, CREATED).len(), charts::MOST_BARS);
}

//! Categories: what an org begins with, what it makes of it, and what words speak of.

use domain::{
    categories::{self, Edit, Names, NewCategory, PlaceKind, Priority, Terms},
    events::Event,
};
use testkit::fixtures;

#[tokio::test]
async fn words_in_three_languages_are_understood() -> anyhow::Result<()> {
    let (_, office) = fixtures::office().await?;
    let categories = &office.categories;
    for (words, at, code) in [
        ("Течёт под раковиной, пол мокрый", None, Some("leak")),
        ("ПРОРВАЛО ТРУБУ, хлещет кипяток!!!", None, Some("burst")),
        ("нет  воды", None, Some("no_water")),
        ("Второй день нет горячей воды", None, Some("no_hot_water")),
        ("Засор в раковине", None, Some("blockage")),
        ("Искрит розетка на кухне", None, Some("sparks")),
        ("В квартире нет света", None, Some("no_power_unit")),
        ("В подъезде нет света", Some(PlaceKind::Entrance), Some("electricity")),
        ("Люди застряли в лифте", None, Some("stuck")),
        ("Лифт не работает", None, Some("elevator_off")),
        ("Пахнет газом", None, Some("gas")),
        ("Снег не убирают", None, Some("snow")),
        ("Uyda suv yo'q", None, Some("no_water")),
        ("Jo`mrakdan suv oqyapti", None, Some("tap")),
        ("Lift ishlamayapti", None, Some("elevator_off")),
        ("Water is leaking from the tap", None, Some("leak")),
        ("The lift is stuck", None, Some("stuck")),
        ("Соседи шумят", None, None),
        ("", None, None),
        ("💥💥💥", None, None),
    ] {
        let guess = categories.guess(words, at).filter(|guess| guess.is_sure);
        let guessed = guess.and_then(|guess| categories.get(guess.category)).and_then(|one| one.code.as_deref());
        assert_eq!(guessed, code, "{words}");
    }
    let both = categories.guess("снег и кран", None).map(|guess| guess.is_sure);
    assert_eq!(both, Some(true), "the longer word is the likelier");
    Ok(())
}

fn bees(places: Vec<PlaceKind>) -> NewCategory {
    NewCategory {
        parent: None,
        icon: " 🐝 ".to_owned(),
        names: Names { ru: " Пчёлы ".to_owned(), uz: "Asalarilar".to_owned(), en: "Bees".to_owned() },
        places,
        shared: false,
        terms: Terms {
            priority: Priority::Normal,
            respond_minutes: Some(30),
            resolve_minutes: None,
            skill: Some(" Пасечник ".to_owned()),
            photo_before: false,
            photo_after: true,
            checklist: vec!["Надеть сетку".to_owned(), " ".to_owned()],
        },
        keywords: vec!["Пчел".to_owned()],
        position: 800,
    }
}

#[tokio::test]
async fn an_org_makes_its_own_and_lets_go_of_others() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, dispatcher) = (&office.owner.actor, &office.dispatcher.actor);
    database
        .tenant(office.org, async |tx| {
            let not_theirs = categories::create(tx, dispatcher, bees(PlaceKind::ALL.to_vec())).await;
            assert_eq!(not_theirs.unwrap_err().code(), "forbidden", "categories are a setting");
            let nowhere = categories::create(tx, owner, bees(vec![])).await;
            assert_eq!(nowhere.unwrap_err().code(), "category_places_missing");
            let made = categories::create(tx, owner, bees(vec![PlaceKind::Yard, PlaceKind::Yard])).await?;
            assert_eq!((made.icon.as_str(), made.names.ru.as_str(), made.places.len()), ("🐝", "Пчёлы", 1));
            assert_eq!((made.terms.skill.as_deref(), made.terms.checklist.len()), (Some("пасечник"), 1));

            let under = NewCategory { parent: Some(made.id), ..bees(vec![PlaceKind::Yard]) };
            let problem = categories::create(tx, owner, under).await?;
            let deeper = NewCategory { parent: Some(problem.id), ..bees(vec![PlaceKind::Yard]) };
            assert_eq!(categories::create(tx, owner, deeper).await.unwrap_err().code(), "category_too_deep");

            let edit = Edit { respond_minutes: Some(None), priority: Some(Priority::High), ..Edit::default() };
            let edited = categories::edit(tx, owner, made.id, Some(1), &edit).await?;
            assert_eq!((edited.version, edited.terms.respond_minutes), (2, None));
            let late = categories::edit(tx, owner, made.id, Some(1), &edit).await;
            assert_eq!(late.unwrap_err().code(), "changed_meanwhile");
            let same = categories::edit(tx, owner, made.id, Some(2), &edit).await?;
            assert_eq!(same.version, 2, "what differs in nothing is no edit");
            let wrong = Edit { resolve_minutes: Some(Some(0)), ..Edit::default() };
            assert_eq!(categories::edit(tx, owner, made.id, None, &wrong).await.unwrap_err().code(), "minutes_invalid");

            assert!(categories::all(tx).await?.guess("Рой пчел", None).is_some());
            categories::archive(tx, owner, problem.id).await?;
            categories::archive(tx, owner, made.id).await?;
            assert!(categories::all(tx).await?.get(made.id).is_none(), "no longer offered");
            assert!(categories::get(tx, dispatcher, made.id).await?.archived, "and still there");
            Ok(())
        })
        .await?;
    let mut superuser = database.superuser().await?;
    let told: Vec<sqlx::types::Json<Event>> =
        sqlx::query_scalar("select data from events where kind like 'category_%' order by id")
            .fetch_all(&mut superuser)
            .await?;
    assert_eq!(told.len(), 5, "made twice, edited once, let go of twice: {told:?}");
    Ok(())
}

#[tokio::test]
async fn the_presets_are_installed_once() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let count = office.categories.iter().count();
    database.tenant(office.org, async |tx| categories::install(tx).await).await?;
    let again = database.tenant(office.org, async |tx| categories::all(tx).await).await?;
    assert_eq!(again.iter().count(), count);
    for category in again.iter() {
        for word in &category.keywords {
            assert_eq!(*word, word.to_lowercase(), "{:?}: a keyword is in lower case", category.code);
        }
        let kind = category.parent.and_then(|kind| again.get(kind));
        assert!(category.parent.is_none() || kind.is_some_and(|kind| kind.parent.is_none()), "two levels");
    }
    Ok(())
}

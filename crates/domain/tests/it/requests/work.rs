//! Work: given, taken, given back, shared, shown, paid for; and what the desk does beside.

use domain::{
    categories::{self, Edit as CategoryEdit},
    requests::{self, Attachment, AttachmentKind, Because, Closing, Stage, Status},
};
use testkit::fixtures;

fn photo(n: usize) -> Attachment {
    Attachment {
        kind: AttachmentKind::Photo,
        file_id: format!("file-{n}"),
        file_unique_id: format!("unique-{n}"),
        stored: None,
    }
}

#[tokio::test]
async fn what_is_given_to_one_is_offered_to_all_when_they_do_not_answer() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let ([bobur, akmal], dispatcher) = (&office.workers, &office.dispatcher.actor);
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let (to_bobur, to_akmal) = (bobur.actor.member().unwrap(), akmal.actor.member().unwrap());
    database
        .tenant(office.org, async |tx| {
            let given = requests::assign(tx, dispatcher, id, to_bobur).await?;
            assert_eq!((given.status, given.assignee), (Status::Assigned, Some(to_bobur)));
            assert_eq!(requests::assign(tx, dispatcher, id, to_bobur).await.unwrap_err().code(), "already_assigned");
            assert_eq!(requests::take(tx, &akmal.actor, id).await.unwrap_err().code(), "already_taken");
            requests::offer(tx, dispatcher, id).await?;
            assert_eq!(requests::seen_because(tx, &akmal.actor, id).await?, Because::Free);
            let taken = requests::take(tx, &akmal.actor, id).await?;
            assert_eq!((taken.status, taken.assignee, taken.offered_at), (Status::Accepted, Some(to_akmal), None));

            requests::help(tx, &bobur.actor, id).await?;
            assert_eq!(requests::seen_because(tx, &bobur.actor, id).await?, Because::Helps);
            requests::arrive(tx, &bobur.actor, id, None).await?;
            let back = requests::release(tx, &akmal.actor, id, "Заболел").await?;
            assert_eq!((back.status, back.assignee, back.helpers.len()), (Status::New, None, 1));
            let taken = requests::take(tx, &bobur.actor, id).await?;
            assert!(taken.helpers.is_empty(), "whoever has it does not help themselves");
            Ok(())
        })
        .await
        .map_err(anyhow::Error::from)
}

#[tokio::test]
async fn done_is_what_shows_all_that_its_category_wants() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (worker, anna) = (&office.workers[0].actor, &office.residents[0].actor);
    let wants = CategoryEdit {
        photo_before: Some(true),
        photo_after: Some(true),
        checklist: Some(vec!["Перекрыл стояк".to_owned(), "Проверил".to_owned()]),
        ..CategoryEdit::default()
    };
    let plumbing = fixtures::category("plumbing");
    database
        .tenant(office.org, async |tx| categories::edit(tx, &office.owner.actor, plumbing, None, &wants).await)
        .await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    database
        .tenant(office.org, async |tx| {
            let early = requests::toggle_step(tx, worker, id, 0).await;
            assert_eq!(early.unwrap_err().code(), "forbidden", "nobody’s work is not theirs to show yet");
            requests::take(tx, worker, id).await?;
            for (code, stage) in [("photo_before_missing", Stage::Before), ("photo_after_missing", Stage::After)] {
                assert_eq!(requests::complete(tx, worker, id, None).await.unwrap_err().code(), code);
                requests::add_photos(tx, worker, id, stage, &[photo(1), photo(2)]).await?;
                requests::add_photos(tx, worker, id, stage, &[photo(2)]).await?;
            }
            assert_eq!(requests::complete(tx, worker, id, None).await.unwrap_err().code(), "steps_missing");
            for position in [0, 1, 1, 1] {
                requests::toggle_step(tx, worker, id, position).await?;
            }
            assert_eq!(requests::toggle_step(tx, worker, id, 2).await.unwrap_err().code(), "not_found");
            let voice = Attachment { kind: AttachmentKind::Voice, ..photo(3) };
            let wrong = requests::add_photos(tx, worker, id, Stage::After, &[voice]).await;
            assert_eq!(wrong.unwrap_err().code(), "photo_expected");

            for (name, quantity, cost) in [("", 1000, 0), ("Сифон", 0, 0), ("Сифон", 1000, -1)] {
                assert!(
                    requests::add_material(tx, worker, id, name, quantity, cost).await.is_err(),
                    "{name} {quantity}"
                );
            }
            requests::add_material(tx, worker, id, " Сифон ", 1000, 8_500_000).await?;
            requests::add_material(tx, worker, id, "Герметик", 500, 1_200_000).await?;
            let evidence = requests::evidence(tx, worker, id).await?;
            assert_eq!((evidence.photos_before, evidence.photos_after), (2, 2), "the same photo twice is one");
            assert_eq!(evidence.materials[0].name, "Сифон");
            assert_eq!(evidence.materials[1].quantity, 500);
            requests::remove_material(tx, worker, id, evidence.materials[1].id).await?;

            requests::offer_price(tx, worker, id, 18_500_000).await?;
            assert_eq!(requests::complete(tx, worker, id, None).await.unwrap_err().code(), "price_not_agreed");
            let other = requests::answer_price(tx, anna, id, 17_000_000, true).await;
            assert_eq!(other.unwrap_err().code(), "changed_meanwhile", "one agrees to what one has read");
            requests::answer_price(tx, anna, id, 18_500_000, true).await?;
            let done = requests::complete(tx, worker, id, Some("Заменил сифон")).await?;
            assert_eq!((done.status, done.price_agreed), (Status::Done, Some(true)));
            assert_eq!(requests::photos(tx, anna, id, Stage::After).await?.len(), 2, "the resident sees what was done");
            Ok(())
        })
        .await
        .map_err(anyhow::Error::from)
}

#[tokio::test]
async fn a_double_goes_on_as_part_of_the_other_and_takes_its_people_along() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [anna, sergey] = [&office.residents[0], &office.residents[1]];
    let dispatcher = &office.dispatcher.actor;
    let main = fixtures::file(&database, &office, anna).await?.id;
    let double = fixtures::file(&database, &office, sergey).await?.id;
    database
        .tenant(office.org, async |tx| {
            let alike: Vec<_> = requests::mergeable(tx, dispatcher, double).await?.iter().map(|one| one.id).collect();
            assert_eq!(alike, [main]);
            assert_eq!(requests::merge(tx, dispatcher, main, main).await.unwrap_err().code(), "merge_itself");
            let worker = requests::merge(tx, &office.workers[0].actor, double, main).await;
            assert_eq!(worker.unwrap_err().code(), "forbidden");
            let merged = requests::merge(tx, dispatcher, double, main).await?;
            assert_eq!(
                (merged.status, merged.closing, merged.parent),
                (Status::Closed, Some(Closing::Merged), Some(main))
            );
            assert_eq!(requests::followers(tx, main).await?, [sergey.id()]);
            let chain = requests::merge(tx, dispatcher, main, double).await;
            assert_eq!(chain.unwrap_err().code(), "not_in_this_status");
            assert_eq!(requests::reopen(tx, &sergey.actor, double).await.unwrap_err().code(), "merged_already");
            assert_eq!(requests::rate(tx, &sergey.actor, double, 5).await.unwrap_err().code(), "not_in_this_status");
            Ok(())
        })
        .await
        .map_err(anyhow::Error::from)
}

#[tokio::test]
async fn stars_may_be_explained() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (worker, anna) = (&office.workers[0].actor, &office.residents[0].actor);
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    database
        .tenant(office.org, async |tx| {
            assert_eq!(
                requests::remark(tx, anna, id, Some("fast"), None).await.unwrap_err().code(),
                "not_in_this_status"
            );
            requests::take(tx, worker, id).await?;
            requests::complete(tx, worker, id, None).await?;
            requests::accept(tx, anna, id).await?;
            requests::rate(tx, anna, id, 2).await?;
            requests::remark(tx, anna, id, Some("fast"), None).await?;
            requests::remark(tx, anna, id, Some("expensive"), Some("Дорого для сифона")).await?;
            let said = requests::remark(tx, anna, id, Some("fast"), None).await?;
            assert_eq!(said.rating_tags, ["expensive"], "said twice is taken back");
            assert_eq!(said.rating_words.as_deref(), Some("Дорого для сифона"));
            assert_eq!(
                requests::remark(tx, anna, id, Some("rude"), None).await.unwrap_err().code(),
                "rating_tag_unknown"
            );
            let staff = requests::remark(tx, &office.owner.actor, id, None, Some("Всё отлично")).await;
            assert_eq!(staff.unwrap_err().code(), "forbidden", "a rating is the resident's alone");
            Ok(())
        })
        .await
        .map_err(anyhow::Error::from)
}

#[tokio::test]
async fn what_such_work_took_before_is_offered_at_its_last_price() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (worker, other) = (&office.workers[0].actor, &office.workers[1].actor);
    let (first, second) = (
        fixtures::file_for(&database, &office, &office.residents[0]).await?.id,
        fixtures::file_for(&database, &office, &office.residents[1]).await?.id,
    );
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, first).await?;
            for (name, cost) in [("Сифон", 80_000), ("Кран", 50_000), ("сифон", 85_000)] {
                requests::add_material(tx, worker, first, name, 1000, cost).await?;
            }
            let refused = requests::usual_materials(tx, other, second).await;
            assert!(refused.is_err(), "it is nobody’s work yet");
            requests::take(tx, worker, second).await?;
            let usual = requests::usual_materials(tx, worker, second).await?;
            let seen: Vec<_> = usual.iter().map(|one| (one.name.as_str(), one.quantity, one.cost)).collect();
            assert_eq!(
                seen,
                [("сифон", 1000, 85_000), ("Кран", 1000, 50_000)],
                "most used first, as it was noted last"
            );
            requests::add_usual_material(tx, worker, second, usual[0].id).await?;
            let took = requests::evidence(tx, worker, second).await?.materials;
            assert_eq!((took.len(), took[0].name.as_str(), took[0].cost), (1, "сифон", 85_000));
            Ok(())
        })
        .await
        .map_err(anyhow::Error::from)
}

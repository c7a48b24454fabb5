//! The life of a request: its number, its verbs, its words, and what is refused.

mod clock;
mod filing;
mod incidents;
mod leaving;
mod lists;
mod random;
mod work;

use std::sync::Arc;

use domain::{
    Error, events,
    ids::RequestId,
    requests::{
        self, ATTACHMENTS_MAX, Attachment, AttachmentKind, NewComment, NewRequest, Place, Side, Status, WORDS_MAX,
    },
};
use futures::future::try_join_all;
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

fn new<'a>(office: &OrgFixture, words: &'a str, attachments: &'a [Attachment]) -> NewRequest<'a> {
    NewRequest { attachments, ..fixtures::request(office, "heating", words) }
}

/// Without our own copies: each has one, and as yet nothing but Telegram's ids tells them apart.
fn as_sent(files: Vec<Attachment>) -> Vec<Attachment> {
    assert!(files.iter().all(|file| file.stored.is_some()), "all are to be kept: {files:?}");
    files.into_iter().map(|file| Attachment { stored: None, ..file }).collect()
}

fn photo(n: usize) -> Attachment {
    Attachment {
        kind: AttachmentKind::Photo,
        file_id: format!("file-{n}"),
        file_unique_id: format!("unique-{n}"),
        stored: None,
    }
}

async fn status(database: &TestDatabase, office: &OrgFixture, id: RequestId) -> anyhow::Result<Status> {
    Ok(database.tenant(office.org, async |tx| requests::get(tx, &office.owner.actor, id).await).await?.status)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbers_have_no_gaps_whatever_is_taken_back() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (database, office) = (Arc::new(database), Arc::new(office));
    let filings = (0..50).map(|n| {
        let (database, office) = (Arc::clone(&database), Arc::clone(&office));
        tokio::spawn(async move {
            let mut tx = database.db().tenant(office.org).await?;
            let reporter = Some(office.residents[n % 2].id());
            let asked = NewRequest { reporter, ..new(&office, "Холодно", &[]) };
            let filed = requests::file(&mut tx, &office.dispatcher.actor, &asked).await?;
            if n % 3 == 0 {
                tx.rollback().await?;
                return Ok(None);
            }
            tx.commit().await?;
            Ok::<_, Error>(Some(filed.number))
        })
    });
    let mut numbers = vec![];
    for filed in try_join_all(filings).await? {
        numbers.extend(filed?);
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=33).collect::<Vec<_>>());
    Ok(())
}

#[tokio::test]
async fn each_org_counts_from_one() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    for (office, number) in [(&a, 1), (&a, 2), (&b, 1), (&a, 3), (&b, 2)] {
        assert_eq!(fixtures::file_for(&database, office, &office.residents[0]).await?.number, number);
    }
    Ok(())
}

#[tokio::test]
async fn of_two_who_take_it_at_once_one_has_it() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let [bobur, akmal] = &office.workers;
    let (mut first, mut second) = (database.db().tenant(office.org).await?, database.db().tenant(office.org).await?);
    requests::take(&mut first, &bobur.actor, id).await?;
    let (late, met) = tokio::join!(requests::take(&mut second, &akmal.actor, id), async {
        database.somebody_waits().await?;
        first.commit().await?;
        anyhow::Ok(())
    });
    met?;
    assert_eq!(late.unwrap_err().code(), "already_taken");
    drop(second);

    let again = database.tenant(office.org, async |tx| requests::take(tx, &bobur.actor, id).await).await;
    assert_eq!(again.unwrap_err().code(), "already_yours");
    let request = database.tenant(office.org, async |tx| requests::get(tx, &office.dispatcher.actor, id).await).await?;
    let elsewhere = database.tenant(office.org, async |tx| requests::get(tx, &akmal.actor, id).await).await;
    assert_eq!(elsewhere.unwrap_err().code(), "not_found", "what a colleague has is the colleague's");
    assert_eq!((request.status, request.assignee), (Status::Accepted, bobur.actor.member()));
    assert_eq!(request.assignee_name.as_deref(), Some("Бобур Сантехник"));
    Ok(())
}

#[tokio::test]
async fn the_whole_life_of_a_request() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let resident = &office.residents[0].actor;
    let [bobur, akmal] = [&office.workers[0].actor, &office.workers[1].actor];
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let mut versions = vec![];
    let told = database
        .tenant(office.org, async |tx| {
            versions.push(requests::take(tx, bobur, id).await?.version);
            versions.push(requests::complete(tx, bobur, id, None).await?.version);
            let returned = requests::return_to_work(tx, resident, id).await?;
            assert_eq!((returned.status, returned.returns), (Status::Returned, 1));
            assert_eq!(returned.assignee, office.workers[0].actor.member(), "who had it is still known");
            versions.push(returned.version);
            versions.push(requests::take(tx, akmal, id).await?.version);
            versions.push(requests::complete(tx, akmal, id, None).await?.version);
            versions.push(requests::accept(tx, resident, id).await?.version);
            let rated = requests::rate(tx, resident, id, 4).await?;
            assert_eq!((rated.status, rated.rating), (Status::Closed, Some(4)));
            versions.push(rated.version);
            events::timeline(tx, id).await
        })
        .await?;
    assert_eq!(versions, [2, 3, 4, 5, 6, 7, 8], "live cards tell an older state by its version");
    let kinds: Vec<String> =
        told.iter().map(|event| serde_json::to_value(event).unwrap()["kind"].as_str().unwrap().to_owned()).collect();
    insta::assert_snapshot!(kinds.join(" → "));
    Ok(())
}

#[tokio::test]
async fn a_deed_out_of_its_time_is_refused_and_changes_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (resident, worker) = (&office.residents[0].actor, &office.workers[0].actor);
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let early =
        database.tenant(office.org, async |tx| requests::complete(tx, &office.owner.actor, id, None).await).await;
    assert_eq!(early.unwrap_err().code(), "not_in_this_status");
    for stars in [1, 5] {
        let early = database.tenant(office.org, async |tx| requests::rate(tx, resident, id, stars).await).await;
        assert_eq!(early.unwrap_err().code(), "not_in_this_status");
    }
    database.tenant(office.org, async |tx| requests::cancel(tx, resident, id, None).await).await?;
    let late = database.tenant(office.org, async |tx| requests::take(tx, worker, id).await).await;
    assert_eq!(late.unwrap_err().code(), "not_in_this_status");
    assert_eq!(status(&database, &office, id).await?, Status::Cancelled);
    Ok(())
}

#[tokio::test]
async fn stars_are_given_once_and_are_one_to_five() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (resident, worker) = (&office.residents[0].actor, &office.workers[0].actor);
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::complete(tx, worker, id, None).await?;
            requests::accept(tx, resident, id).await
        })
        .await?;
    for (stars, code) in [(0, "rating_out_of_range"), (6, "rating_out_of_range"), (-1, "rating_out_of_range")] {
        let wrong = database.tenant(office.org, async |tx| requests::rate(tx, resident, id, stars).await).await;
        assert_eq!(wrong.unwrap_err().code(), code, "{stars}");
    }
    database.tenant(office.org, async |tx| requests::rate(tx, resident, id, 5).await).await?;
    let twice = database.tenant(office.org, async |tx| requests::rate(tx, resident, id, 1).await).await;
    assert_eq!(twice.unwrap_err().code(), "already_rated");
    let reopened = database.tenant(office.org, async |tx| requests::return_to_work(tx, resident, id).await).await;
    assert_eq!(reopened.unwrap_err().code(), "not_in_this_status", "what was accepted stays accepted");
    Ok(())
}

#[tokio::test]
async fn what_says_nothing_or_too_much_is_refused_and_takes_no_number() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let resident = &office.residents[0].actor;
    let (long, many) = ("😀".repeat(WORDS_MAX + 1), (0..=ATTACHMENTS_MAX).map(photo).collect::<Vec<_>>());
    for (words, attachments, code) in
        [(" \n", &[][..], "words_missing"), (&long, &[], "words_too_long"), ("Тепло?", &many, "too_many_attachments")]
    {
        let refused = database
            .tenant(office.org, async |tx| requests::file(tx, resident, &new(&office, words, attachments)).await)
            .await;
        assert_eq!(refused.unwrap_err().code(), code);
    }
    let (longest, most) = ("😀".repeat(WORDS_MAX), &many[1..]);
    let filed = database
        .tenant(office.org, async |tx| requests::file(tx, resident, &new(&office, &longest, most)).await)
        .await?;
    assert_eq!(filed.number, 1);
    let (request, files) = database
        .tenant(office.org, async |tx| {
            Ok((requests::get(tx, resident, filed.id).await?, requests::attachments(tx, filed.id, None).await?))
        })
        .await?;
    assert_eq!((request.words, request.attachments), (longest, 20));
    assert_eq!(as_sent(files), most, "files keep their order");
    Ok(())
}

#[tokio::test]
async fn a_request_is_filed_only_from_a_home_of_ones_own() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [anna, sergey] = &office.residents;
    let in_unit = |unit| NewRequest { place: Place::Unit(unit), ..new(&office, "Батарея", &[]) };
    let theirs = database
        .tenant(office.org, async |tx| requests::file(tx, &anna.actor, &in_unit(sergey.identity.homes[0].unit)).await)
        .await;
    assert_eq!(theirs.unwrap_err().code(), "not_a_resident");
    let own = database
        .tenant(office.org, async |tx| requests::file(tx, &anna.actor, &in_unit(anna.identity.homes[0].unit)).await)
        .await?;
    assert_eq!(own.number, 1, "the refused one has given its number back");
    let request = database.tenant(office.org, async |tx| requests::get(tx, &anna.actor, own.id).await).await?;
    assert_eq!(request.home, Some((office.building.clone(), "12".to_owned())));
    assert!(request.verified);

    let stranger = fixtures::stranger(database.db(), office.org, 99, "Прохожий").await?;
    let point = NewRequest {
        place: Place::Point { latitude: 41.311, longitude: 69.24 },
        ..new(&office, "Яма на дороге", &[])
    };
    let filed = database.tenant(office.org, async |tx| requests::file(tx, &stranger.actor, &point).await).await?;
    let request = database.tenant(office.org, async |tx| requests::get(tx, &stranger.actor, filed.id).await).await?;
    assert_eq!((request.place, request.home, request.verified), (point.place, None, false));
    Ok(())
}

#[tokio::test]
async fn an_album_is_one_comment() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let resident = &office.residents[0].actor;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let mut ids = vec![];
    for n in 0..10 {
        let (file, words) = ([photo(n)], ["Вот фото", "", "и ещё"].get(n).copied().unwrap_or_default());
        let part = NewComment {
            request: id,
            side: Side::Resident,
            is_question: false,
            is_internal: false,
            words,
            attachments: &file,
            album: Some("a1"),
            point: None,
            origin: None,
        };
        ids.push(database.tenant(office.org, async |tx| requests::comment(tx, resident, &part).await).await?);
    }
    assert!(ids.iter().all(|id| *id == ids[0]), "ten parts, one comment");
    let other = NewComment {
        request: id,
        side: Side::Resident,
        is_question: false,
        is_internal: false,
        words: "Отдельно",
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    let alone = database.tenant(office.org, async |tx| requests::comment(tx, resident, &other).await).await?;
    assert_ne!(alone, ids[0]);

    let (comment, files, request, told) = database
        .tenant(office.org, async |tx| {
            Ok((
                requests::comment_by_id(tx, ids[0]).await?,
                requests::attachments(tx, id, Some(ids[0])).await?,
                requests::get(tx, resident, id).await?,
                events::timeline(tx, id).await?,
            ))
        })
        .await?;
    assert_eq!(comment.words, "Вот фото\nи ещё");
    assert_eq!(as_sent(files), (0..10).map(photo).collect::<Vec<_>>());
    assert_eq!((request.comments, request.attachments), (2, 0));
    assert_eq!(told.len(), 3, "filed, one album, one word: {told:?}");
    Ok(())
}

#[tokio::test]
async fn a_request_that_has_ended_still_takes_words() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let resident = &office.residents[0].actor;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let word = NewComment {
        request: id,
        side: Side::Resident,
        is_question: false,
        is_internal: false,
        words: "Спасибо",
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    let comment = database
        .tenant(office.org, async |tx| {
            requests::cancel(tx, resident, id, None).await?;
            requests::comment(tx, resident, &word).await
        })
        .await?;
    let said = database.tenant(office.org, async |tx| requests::comment_by_id(tx, comment).await).await?;
    assert_eq!(
        (said.side, said.author_name.as_str(), said.words.as_str()),
        (Side::Resident, "Анна Жительница", "Спасибо")
    );
    Ok(())
}

#[tokio::test]
async fn ones_own_requests_come_a_page_at_a_time() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [anna, sergey] = &office.residents;
    for n in 0..7 {
        fixtures::file_for(&database, &office, if n % 2 == 0 { anna } else { sergey }).await?;
    }
    let page = async |before| {
        let own = database.tenant(office.org, async |tx| requests::list_own(tx, &anna.actor, before, 3).await).await?;
        Ok::<Vec<i64>, Error>(own.iter().map(|request| request.number).collect())
    };
    assert_eq!(page(None).await?, [7, 5, 3]);
    assert_eq!(page(Some(3)).await?, [1]);
    assert!(page(Some(1)).await?.is_empty());
    Ok(())
}

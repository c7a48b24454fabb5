//! What happens when nobody answers: the jobs that wait, and what they do when their time has come.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    access::Actor,
    ids::RequestId,
    requests::{self, Closing, NewComment, Side, Status},
    timeouts::{self, Check, Look, Step, Timeouts},
};
use sqlx::types::Json;
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, Person},
};

/// The looks that wait for a request: which, and when.
async fn waiting(database: &TestDatabase, request: RequestId) -> anyhow::Result<Vec<(Look, DateTime<Utc>)>> {
    let mut superuser = database.superuser().await?;
    let rows: Vec<(Json<Look>, DateTime<Utc>)> = sqlx::query_as(
        "select j.payload, j.run_at from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
         where t.identifier = 'request_timeout' and j.payload ->> 'request' = $1
           and j.payload ->> 'check' not in ('due_soon', 'overdue') order by j.run_at, j.id",
    )
    .bind(request.0.to_string())
    .fetch_all(&mut superuser)
    .await?;
    Ok(rows.into_iter().map(|(Json(look), at)| (look, at)).collect())
}

/// Runs the looks that are due by the clock of the test, as the worker would: each is gone from the queue first.
async fn run_due(
    database: &TestDatabase,
    office: &OrgFixture,
    request: RequestId,
) -> anyhow::Result<Vec<(Check, Step)>> {
    let now = database.source().now();
    let due: Vec<Look> =
        waiting(database, request).await?.into_iter().filter(|(_, at)| *at <= now).map(|(look, _)| look).collect();
    let mut superuser = database.superuser().await?;
    sqlx::query(
        "delete from jobs._private_jobs j using jobs._private_tasks t
         where t.id = j.task_id and t.identifier = 'request_timeout' and j.run_at <= $1",
    )
    .bind(now)
    .execute(&mut superuser)
    .await?;
    let mut steps = vec![];
    for look in due {
        let step = database.tenant(office.org, async |tx| timeouts::look(tx, &look).await).await?;
        steps.push((look.check, step));
    }
    fixtures::run_fan_out(database).await?;
    Ok(steps)
}

async fn pass(database: &TestDatabase, minutes: u64) {
    database.source().advance(Duration::from_secs(minutes * 60));
}

async fn status(database: &TestDatabase, office: &OrgFixture, id: RequestId) -> anyhow::Result<requests::Request> {
    Ok(database.tenant(office.org, async |tx| requests::get(tx, &Actor::System, id).await).await?)
}

/// Who was told of what about this request, in order.
async fn told(database: &TestDatabase, id: RequestId) -> anyhow::Result<Vec<(String, Option<uuid::Uuid>)>> {
    let mut superuser = database.superuser().await?;
    Ok(sqlx::query_as(
        "select data ->> 'check', (data ->> 'person')::uuid from events
         where kind = 'request_timed_out' and request_id = $1 order by id",
    )
    .bind(id.0)
    .fetch_all(&mut superuser)
    .await?)
}

async fn filed(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<RequestId> {
    let id = fixtures::file(database, office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(database).await?;
    Ok(id)
}

fn person(person: &Person) -> Option<uuid::Uuid> {
    Some(person.id().0)
}

#[tokio::test]
async fn a_request_that_nobody_takes_goes_up_the_chain_of_duty() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = filed(&database, &office).await?;
    let at = waiting(&database, id).await?;
    let created = status(&database, &office, id).await?.created_at;
    assert_eq!(
        at.iter().map(|(look, at)| (look.check, *at - created)).collect::<Vec<_>>(),
        [(Check::Unassigned, TimeDelta::minutes(10))]
    );
    pass(&database, 9).await;
    assert!(run_due(&database, &office, id).await?.is_empty());
    pass(&database, 1).await;
    assert_eq!(run_due(&database, &office, id).await?, [(Check::Unassigned, Step::Done)]);
    pass(&database, 10).await;
    run_due(&database, &office, id).await?;
    assert_eq!(
        told(&database, id).await?,
        [("unassigned".into(), person(&office.dispatcher)), ("unassigned".into(), person(&office.owner))],
        "the dispatcher, and ten minutes later whoever comes next"
    );
    let worker = &office.workers[0].actor;
    database.tenant(office.org, async |tx| requests::take(tx, worker, id).await).await?;
    pass(&database, 10).await;
    assert_eq!(run_due(&database, &office, id).await?, [(Check::Unassigned, Step::Over)], "somebody has it");
    assert_eq!(told(&database, id).await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn what_was_given_and_not_taken_is_anybodys_after_a_quarter_of_an_hour() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = filed(&database, &office).await?;
    let member = office.workers[0].actor.member().unwrap();
    let dispatcher = &office.dispatcher.actor;
    database.tenant(office.org, async |tx| requests::assign(tx, dispatcher, id, member).await).await?;
    fixtures::run_fan_out(&database).await?;
    pass(&database, 15).await;
    let steps = run_due(&database, &office, id).await?;
    assert_eq!(steps, [(Check::Unassigned, Step::Over), (Check::NotAccepted, Step::Done)]);
    assert!(status(&database, &office, id).await?.offered_at.is_some());
    Ok(())
}

#[tokio::test]
async fn a_question_is_repeated_then_told_to_the_desk_then_the_request_is_closed() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = filed(&database, &office).await?;
    let worker = &office.workers[0].actor;
    database.tenant(office.org, async |tx| requests::take(tx, worker, id).await).await?;
    let question = NewComment {
        request: id,
        side: Side::Staff,
        is_question: true,
        is_internal: false,
        words: "Когда вас застать?",
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    database.tenant(office.org, async |tx| requests::comment(tx, worker, &question).await).await?;
    fixtures::run_fan_out(&database).await?;
    for _ in 0..7 {
        pass(&database, 24 * 60).await;
        run_due(&database, &office, id).await?;
    }
    let told = told(&database, id).await?;
    assert_eq!(told, [("answer_reminder".into(), None), ("answer_overdue".into(), person(&office.dispatcher))]);
    let closed = status(&database, &office, id).await?;
    assert_eq!((closed.status, closed.closing), (Status::Closed, Some(Closing::Unanswered)));
    assert!(closed.reopenable_until().is_some(), "the resident may open it again");
    Ok(())
}

#[tokio::test]
async fn an_answer_ends_the_waiting_and_work_that_nobody_looks_at_is_accepted() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = filed(&database, &office).await?;
    let (worker, resident) = (&office.workers[0].actor, &office.residents[0].actor);
    let word = |side, is_question, words| NewComment {
        request: id,
        side,
        is_question,
        is_internal: false,
        words,
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::comment(tx, worker, &word(Side::Staff, true, "Вы дома?")).await
        })
        .await?;
    fixtures::run_fan_out(&database).await?;
    let answer = word(Side::Resident, false, "Да");
    database.tenant(office.org, async |tx| requests::comment(tx, resident, &answer).await).await?;
    database.tenant(office.org, async |tx| requests::complete(tx, worker, id, None).await).await?;
    fixtures::run_fan_out(&database).await?;
    pass(&database, 24 * 60).await;
    let steps = run_due(&database, &office, id).await?;
    assert!(steps.contains(&(Check::AnswerReminder, Step::Over)), "{steps:?}");
    assert_eq!(told(&database, id).await?, [("done_reminder".into(), None)]);
    pass(&database, 24 * 60).await;
    run_due(&database, &office, id).await?;
    let closed = status(&database, &office, id).await?;
    assert_eq!((closed.status, closed.closing), (Status::Closed, Some(Closing::Unanswered)));
    Ok(())
}

#[tokio::test]
async fn an_org_that_waits_longer_is_waited_for_and_no_look_is_there_twice() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = filed(&database, &office).await?;
    let patient = Timeouts { unassigned: 60, ..Timeouts::default() };
    database.tenant(office.org, async |tx| timeouts::set(tx, &office.owner.actor, &patient).await).await?;
    pass(&database, 10).await;
    assert_eq!(run_due(&database, &office, id).await?, [(Check::Unassigned, Step::Later)]);
    let again = waiting(&database, id).await?;
    let created = status(&database, &office, id).await?.created_at;
    assert_eq!(again.iter().map(|(_, at)| *at - created).collect::<Vec<_>>(), [TimeDelta::minutes(60)]);

    // Taken and given back: the hour begins anew, and there is one look as before.
    let worker = &office.workers[0].actor;
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::release(tx, worker, id, "Нет инструмента").await
        })
        .await?;
    fixtures::run_fan_out(&database).await?;
    let now = database.source().now();
    let waits = waiting(&database, id).await?;
    assert_eq!(waits.iter().map(|(_, at)| *at - now).collect::<Vec<_>>(), [TimeDelta::minutes(60)]);
    Ok(())
}

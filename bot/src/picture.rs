//! Charts become pictures, and pictures messages.

use charts::{Bar, Day};
use dialogues::{
    Chart, Screen,
    chart::{Column, Tone},
};

use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
    telegram::{
        AttachmentKind, CallError, ReplyMarkup, Upload,
        methods::{EditMessageMedia, SendFile},
    },
};

/// Shows the chart with `screen` under it: in place of `message`, or in a new one where there is none any more. Returns
/// the id of the message that shows it.
pub async fn show(
    app: &Shared,
    bot: &Running,
    to: Place,
    message: Option<i64>,
    chart: &Chart,
    screen: &Screen,
) -> Result<i64, CallError> {
    let Some(png) = drawn(chart).await else {
        // The numbers are in the words too.
        return match message {
            Some(message) => present::replace(app, bot, to, message, screen).await,
            None => present::send(app, bot, to, screen).await,
        };
    };
    let file = || Upload { name: "report.png".to_owned(), bytes: png.clone() };
    let (caption, entities, buttons) = present::caption(screen);
    if let Some(message) = message {
        let buttons = match &buttons {
            Some(ReplyMarkup::Inline(inline)) => Some(inline.clone()),
            _ => None,
        };
        let edit = EditMessageMedia {
            reply_markup: buttons,
            ..EditMessageMedia::photo(to.chat_id, message, caption.clone(), entities.clone())
        };
        match app.telegram.upload(&bot.token, &edit, file()).await {
            Ok(_) | Err(CallError::NotModified) => return Ok(message),
            Err(CallError::MessageGone(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let photo = SendFile {
        message_thread_id: to.thread_id,
        caption: Some(caption),
        caption_entities: entities,
        disable_notification: to.silent.then_some(true),
        reply_markup: buttons,
        ..SendFile::new(to.chat_id, AttachmentKind::Photo, "")
    };
    Ok(app.telegram.upload(&bot.token, &photo, file()).await?.message_id)
}

/// The picture; none when it could not be drawn, which is ours and is logged.
async fn drawn(chart: &Chart) -> Option<bytes::Bytes> {
    let chart = chart.clone();
    match tokio::task::spawn_blocking(move || draw(&chart)).await {
        Ok(Ok(png)) => Some(png.into()),
        Ok(Err(error)) => {
            tracing::error!(%error, "no picture");
            None
        }
        Err(error) => {
            tracing::error!(%error, "no picture");
            None
        }
    }
}

/// The bytes of the PNG.
pub fn draw(chart: &Chart) -> Result<Vec<u8>, charts::Error> {
    match chart {
        Chart::Days { title, legend, columns } => {
            let days: Vec<Day<'_>> = columns
                .iter()
                .map(|Column { label, created, closed, overdue }| Day {
                    label,
                    created: *created,
                    closed: *closed,
                    overdue: *overdue,
                })
                .collect();
            charts::seven_days(title, legend.each_ref().map(String::as_str), &days)
        }
        Chart::Ranking { title, tone, bars } => {
            let color = match tone {
                Tone::Created => charts::CREATED,
                Tone::Closed => charts::CLOSED,
                Tone::Overdue => charts::OVERDUE,
            };
            let bars: Vec<Bar<'_>> =
                bars.iter().map(|bar| Bar { label: &bar.label, value: bar.value, note: Some(&bar.note) }).collect();
            charts::ranking(title, color, &bars)
        }
    }
}

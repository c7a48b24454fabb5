//! Log lines to stderr: for a person, or as JSON lines for a collector.

use std::{
    io::{IsTerminal, Write},
    str::FromStr,
};

use tracing::Subscriber;
use tracing_subscriber::{EnvFilter, Layer, fmt::MakeWriter, layer::SubscriberExt, util::SubscriberInitExt};

/// The shape of a log line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// For a person at a terminal; coloured there.
    #[default]
    Human,
    /// One JSON object per line.
    Json,
}

/// Why logs could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum LogsError {
    /// The filter cannot be read.
    #[error("not a log filter: {0}")]
    Filter(#[from] tracing_subscriber::filter::ParseError),
    /// Logs were set up before, in this process.
    #[error("logs are set up already: {0}")]
    Twice(#[from] tracing_subscriber::util::TryInitError),
}

impl FromStr for LogFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "human" => Ok(Self::Human),
            "json" => Ok(Self::Json),
            _ => Err(()),
        }
    }
}

/// Sends log lines to stderr, chosen by `filter` (`info,sqlx=warn`). Once per process, before anything else.
///
/// # Errors
/// When the filter cannot be read or logs are set up already.
pub fn init_logs(format: LogFormat, filter: &str) -> Result<(), LogsError> {
    subscriber(format, filter, std::io::stderr, std::io::stderr().is_terminal())?.try_init()?;
    Ok(())
}

fn subscriber<W>(format: LogFormat, filter: &str, writer: W, colours: bool) -> Result<impl Subscriber, LogsError>
where
    W: for<'w> MakeWriter<'w, Writer: Write> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt::layer().with_writer(writer);
    let lines: Box<dyn Layer<_> + Send + Sync> = match format {
        LogFormat::Human => lines.with_ansi(colours).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).boxed(),
    };
    // The filter stands before all layers and not on this one: a layer's own filter remembers that it
    // said no to a question that no line followed (the bridge from the `log` crate asks so), and swallows the next one.
    Ok(tracing_subscriber::registry().with(EnvFilter::try_new(filter)?).with(lines))
}

#[cfg(test)]
mod tests {
    use std::{
        io::Write,
        sync::{Arc, Mutex},
    };

    use super::{LogFormat, subscriber};

    #[derive(Clone, Default)]
    struct Buffer(Arc<Mutex<Vec<u8>>>);

    impl Write for Buffer {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn lines(format: LogFormat, filter: &str) -> String {
        told(format, filter, || {
            let span = tracing::info_span!("update", bot = 7);
            span.in_scope(|| tracing::info!(count = 3, "sent"));
            tracing::debug!("unseen");
        })
    }

    fn told(format: LogFormat, filter: &str, tell: impl FnOnce()) -> String {
        let buffer = Buffer::default();
        let writer = buffer.clone();
        let subscriber = subscriber(format, filter, move || writer.clone(), false).unwrap();
        tracing::subscriber::with_default(subscriber, tell);
        let bytes = buffer.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_question_does_not_cost_the_line_after_it() {
        let text = told(LogFormat::Human, "info,sqlx=warn", || {
            // As the bridge from the `log` crate asks, each time.
            let span = tracing::debug_span!(target: "sqlx::query", "query");
            let asked = span.metadata().unwrap();
            assert!(!tracing::dispatcher::get_default(|to| to.enabled(asked)));
            tracing::info!("listening");
        });
        assert!(text.contains("listening"), "{text:?}");
    }

    #[test]
    fn json_is_one_object_a_line() {
        let text = lines(LogFormat::Json, "info");
        let line: serde_json::Value = serde_json::from_str(text.trim_end()).expect(&text);
        assert_eq!((&line["message"], &line["count"], &line["level"]), (&"sent".into(), &3.into(), &"INFO".into()));
        assert_eq!(line["span"]["bot"], 7);
    }

    #[test]
    fn human_lines_are_plain_away_from_a_terminal() {
        let text = lines(LogFormat::Human, "info");
        assert!(text.contains("update{bot=7}") && text.contains("sent count=3"), "{text}");
        assert!(!text.contains('\u{1b}') && !text.contains("unseen"), "{text}");
    }

    #[test]
    fn the_filter_chooses() {
        assert!(lines(LogFormat::Human, "debug").contains("unseen"));
        assert_eq!(lines(LogFormat::Human, "warn"), "");
        assert!(subscriber(LogFormat::Human, "sqlx=loud", std::io::stderr, false).is_err());
    }
}

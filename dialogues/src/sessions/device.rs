//! What a `User-Agent` says of a device, in names that its owner knows. Nobody should believe it, only recognize it.
//! The console has the same lists (`miniapp/src/ui/device.ts`).

use crate::text::shorten;

/// The first sign that is found names the program.
const PROGRAMS: [(&[&str], &str); 8] = [
    (&["Telegram"], "Telegram"),
    (&["YaBrowser"], "Яндекс Браузер"),
    (&["Edg/", "EdgA/", "EdgiOS/"], "Edge"),
    (&["OPR/"], "Opera"),
    (&["SamsungBrowser"], "Samsung Internet"),
    (&["Firefox", "FxiOS"], "Firefox"),
    (&["Chrome", "Chromium", "CriOS"], "Chrome"),
    (&["Safari"], "Safari"),
];

const SYSTEMS: [(&[&str], &str); 7] = [
    (&["iPhone"], "iPhone"),
    (&["iPad"], "iPad"),
    (&["Android"], "Android"),
    (&["Windows"], "Windows"),
    (&["Mac OS X", "Macintosh"], "macOS"),
    (&["CrOS"], "ChromeOS"),
    (&["Linux"], "Linux"),
];

/// As «Firefox, Linux»; none when the device did not say what it is.
pub(super) fn name(agent: &str) -> Option<String> {
    let named = |names: &[(&[&str], &'static str)]| {
        names.iter().find(|(signs, _)| signs.iter().any(|sign| agent.contains(sign))).map(|(_, name)| *name)
    };
    // What is no browser calls itself something short, such as `curl/8.5`.
    let short = agent.split(['/', ' ']).next().map(|word| shorten(word.trim(), 24)).filter(|word| !word.is_empty());
    let program = named(&PROGRAMS).map(str::to_owned).or(short);
    let parts: Vec<String> = program.into_iter().chain(named(&SYSTEMS).map(str::to_owned)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_device_is_named_as_its_owner_knows_it() {
        for (agent, known) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
                "Safari, iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/127.0.0.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/127.0 YaBrowser/24.7 Safari/537.36",
                "Яндекс Браузер, Windows",
            ),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/127.0 Safari/537.36 Edg/127.0", "Edge, Windows"),
            ("curl/8.5.0", "curl"),
        ] {
            assert_eq!(name(agent).as_deref(), Some(known), "{agent}");
        }
        assert_eq!(name(""), None);
        assert_eq!(name("  "), None);
    }
}

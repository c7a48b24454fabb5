//! What bytes are, by looking at them: nobody's word for it is taken.

use sha2::{Digest as _, Sha256};

/// What bytes turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// As `image/jpeg`; `application/octet-stream` for what is nothing known.
    pub media_type: &'static str,
    /// Their SHA-256.
    pub sha256: [u8; 32],
    /// Width and height of a picture, when they can be read from its head. Nothing is unpacked.
    pub sides: Option<(usize, usize)>,
}

/// Looks at bytes. It costs no more than reading them once: an archive is not opened, a picture is not decoded.
pub fn sniff(bytes: &[u8]) -> Sniffed {
    let media_type = infer::get(bytes).map_or("application/octet-stream", |kind| kind.mime_type());
    let sides = media_type.starts_with("image/").then(|| imagesize::blob_size(bytes).ok()).flatten();
    Sniffed { media_type, sha256: Sha256::digest(bytes).into(), sides: sides.map(|sides| (sides.width, sides.height)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PNG of one pixel.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

    #[test]
    fn bytes_are_what_they_are_and_not_what_they_are_called() {
        assert_eq!(sniff(PNG).media_type, "image/png");
        assert_eq!(sniff(PNG).sides, Some((1, 1)));
        assert_eq!(sniff(b"PK\x03\x04 a bomb that is called photo.jpg").media_type, "application/zip");
        assert_eq!(sniff(b"%PDF-1.7 ").media_type, "application/pdf");
        for script in [
            &b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"[..],
            b"<?xml version='1.0'?><svg onload='alert(1)'/>",
            b"<html><script>alert(1)</script></html>",
            b"",
        ] {
            let sniffed = sniff(script);
            assert!(!sniffed.media_type.starts_with("image/"), "{}", sniffed.media_type);
            assert_eq!(sniffed.sides, None);
        }
    }
}

//! QR codes, as PNG pictures.

use std::io::Cursor;

use image::{ImageFormat, Luma};
use qrcode::{EcLevel, QrCode};

/// The least width of a picture, in pixels: sharp on a phone and on paper.
const WIDTH: u32 = 600;

/// `text` as a code, with its quiet zone.
pub fn png(text: &str) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    let picture = code.render::<Luma<u8>>().min_dimensions(WIDTH, WIDTH).build();
    let mut png = Cursor::new(vec![]);
    picture.write_to(&mut png, ImageFormat::Png)?;
    Ok(png.into_inner())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_is_a_picture_that_a_phone_reads() {
        let png = super::png("https://t.me/bahor_bot?start=i_0123456789abcdefABCDEFgh").unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let picture = image::load_from_memory(&png).unwrap();
        assert!(picture.width() >= 600 && picture.width() == picture.height(), "{}", picture.width());
    }
}

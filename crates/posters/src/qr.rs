//! QR codes as values for a template.

use qrcode::{Color, EcLevel, QrCode};
use typst::foundations::{Bytes, Dict, IntoValue};

use crate::Error;

/// The modules around a code that stay white: ISO/IEC 18004 asks for four.
const QUIET: usize = 4;

/// `text` as a picture with `scale` pixels for each module: `(pixels, size)`, one byte each, 0 is black. Several pixels,
/// because some programs that show a PDF smooth what they enlarge.
pub(crate) fn code(text: &str, scale: usize) -> Result<Dict, Error> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| Error::Link)?;
    let modules = code.width();
    let size = (modules + 2 * QUIET) * scale;
    let colors = code.to_colors();
    let mut pixels = vec![0xFF_u8; size * size];
    for (index, _) in colors.iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
        let (top, left) = ((index / modules + QUIET) * scale, (index % modules + QUIET) * scale);
        for row in top..top + scale {
            pixels[row * size + left..row * size + left + scale].fill(0);
        }
    }
    let mut dict = Dict::new();
    dict.insert("pixels".into(), Bytes::new(pixels).into_value());
    dict.insert("size".into(), (size as i64).into_value());
    Ok(dict)
}

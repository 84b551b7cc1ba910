//! The reference as a picture that a telephone reads. It holds the number alone, nothing personal.

use qrcode::{Color, QrCode};

use crate::domain::reference::Reference;

/// Modules of white that must surround the picture, on each side.
const QUIET: usize = 4;

/// The drawing of a QR code, as SVG writes it: a template draws one path in a field of `side` × `side`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The `viewBox`.
    pub view: String,
    /// The dark modules as one path.
    pub path: String,
}

/// Returns the QR code of a reference in Latin digits, as scanners send it.
///
/// # Panics
/// Never: a reference has less than the thousands of digits at which a code is full.
pub fn draw(reference: Reference) -> Drawing {
    let code = QrCode::new(reference.to_string()).expect("a reference is far shorter than a code can hold");
    let side = code.width();
    let mut path = Vec::new();
    for (row, modules) in code.to_colors().chunks(side).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                path.push(format!("M{} {}h{}v1H{0}z", column + QUIET, row + QUIET, run.len()));
            }
            column += run.len();
        }
    }
    let whole = side + 2 * QUIET;
    Drawing { view: format!("0 0 {whole} {whole}"), path: path.concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corner_of_a_code_is_drawn_in_runs() {
        let drawing = draw(Reference::new(1405, 1, 147).expect("a reference"));
        assert_eq!(drawing.view, "0 0 29 29");
        assert!(drawing.path.starts_with("M4 4h7v1H4z"), "{}", drawing.path);
        assert!(drawing.path.ends_with('z'));
    }
}

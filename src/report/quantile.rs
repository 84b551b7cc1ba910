//! Percentiles, by the one definition that all reports use and name.

/// How the percentiles are found, as reports name it.
pub const METHOD: &str = "linear (R type 7)";

/// Returns the percentile of values in ascending order; `None` when there are no values or `percent` is above 100.
///
/// It lies at the place `(n - 1) · percent / 100`, counted from 0; between two values, on the straight line from one to
/// the other. This is type 7 of Hyndman and Fan (1996), the default of R, `NumPy` and spreadsheets (`PERCENTILE.INC`).
pub fn percentile(ascending: &[f64], percent: u8) -> Option<f64> {
    let place = ascending.len().checked_sub(1)?.checked_mul(percent.into())?;
    let below = *ascending.get(place / 100)?;
    let above = ascending.get(place / 100 + 1).copied().unwrap_or(below);
    let share = f64::from(u8::try_from(place % 100).ok()?) / 100.0;
    (percent <= 100).then_some(below + (above - below) * share)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(values: &[f64], percent: u8) -> Option<String> {
        percentile(values, percent).map(|value| format!("{value:.4}"))
    }

    #[test]
    fn it_agrees_with_the_published_examples() {
        let ten = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0];
        assert_eq!(found(&ten, 50).as_deref(), Some("5.5000"));
        assert_eq!(found(&ten, 90).as_deref(), Some("9.1000"));
        assert_eq!(found(&[1.0, 2.0, 3.0, 4.0], 40).as_deref(), Some("2.2000"));
    }

    #[test]
    fn one_value_is_every_percentile_of_itself() {
        assert_eq!(percentile(&[7.0], 0), Some(7.0));
        assert_eq!(percentile(&[7.0], 90), Some(7.0));
    }

    #[test]
    fn nothing_has_no_percentile_and_nothing_is_above_the_hundredth() {
        assert_eq!(percentile(&[], 50), None);
        assert_eq!(percentile(&[7.0], 101), None);
        assert_eq!(percentile(&[1.0, 2.0], 255), None);
    }

    fn ascending() -> impl Strategy<Value = Vec<f64>> {
        proptest::collection::vec(-1_000_000_i32..1_000_000, 1..60).prop_map(|mut values| {
            values.sort_unstable();
            values.into_iter().map(f64::from).collect()
        })
    }

    /// Walks along the straight lines through the points (k / (n - 1), value k).
    fn walked(ascending: &[f64], percent: u8) -> f64 {
        let gaps = u32::try_from(ascending.len() - 1).map(f64::from).expect("the test makes few values");
        let mut left = f64::from(percent) / 100.0 * gaps;
        for pair in ascending.windows(2) {
            if left <= 1.0 {
                return pair[0] * (1.0 - left) + pair[1] * left;
            }
            left -= 1.0;
        }
        ascending[ascending.len() - 1]
    }

    proptest! {
        #[test]
        fn it_lies_between_the_least_and_the_greatest(values in ascending(), percent in 0_u8..=100) {
            let found = percentile(&values, percent).expect("there are values");
            prop_assert!(values[0] <= found && found <= values[values.len() - 1]);
        }

        #[test]
        fn a_greater_share_never_has_a_smaller_percentile(values in ascending(), percent in 0_u8..100) {
            prop_assert!(percentile(&values, percent) <= percentile(&values, percent + 1));
        }

        #[test]
        fn the_ends_are_the_least_and_the_greatest(values in ascending()) {
            prop_assert_eq!(percentile(&values, 0), values.first().copied());
            prop_assert_eq!(percentile(&values, 100), values.last().copied());
        }

        #[test]
        fn it_equals_a_walk_along_the_lines(values in ascending(), percent in 0_u8..=100) {
            let found = percentile(&values, percent).expect("there are values");
            prop_assert!((found - walked(&values, percent)).abs() < 1e-4);
        }
    }
}

//! Which items of an old list live on in a new one.

use serde_json::Value;

/// What becomes of the items of two lists, in the order of the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// The old item at the first index is the new one at the second, perhaps changed.
    Kept(usize, usize),
    /// The old item at the index is gone.
    Removed(usize),
    /// The new item at the index was not there.
    Added(usize),
}

/// Pairs the items of two lists: by `id` where they have one, else by equality as far as the lists differ in length, else by
/// their place among the others.
pub(super) fn align(old: &[Value], new: &[Value]) -> Vec<Fate> {
    let mut fates = Vec::with_capacity(new.len());
    let (mut left, mut right) = (0, 0);
    while let (Some(before), Some(after)) = (old.get(left), new.get(right)) {
        let (olds, news) = (&old[left..], &new[right..]);
        let is_kept = is_same(before, after);
        let may_go = olds.len() > news.len() || id(after).is_some();
        let may_come = news.len() > olds.len() || id(before).is_some();
        if !is_kept && may_go && olds.iter().any(|later| is_same(later, after)) {
            fates.push(Fate::Removed(left));
            left += 1;
        } else if !is_kept && may_come && news.iter().any(|later| is_same(before, later)) {
            fates.push(Fate::Added(right));
            right += 1;
        } else {
            let is_another = !is_kept && id(before).is_some() && id(after).is_some();
            let pair =
                if is_another { &[Fate::Added(right), Fate::Removed(left)][..] } else { &[Fate::Kept(left, right)] };
            fates.extend(pair);
            (left, right) = (left + 1, right + 1);
        }
    }
    fates.extend((left..old.len()).map(Fate::Removed));
    fates.extend((right..new.len()).map(Fate::Added));
    fates
}

fn is_same(before: &Value, after: &Value) -> bool {
    match (id(before), id(after)) {
        (Some(before), Some(after)) => before == after,
        _ => before == after,
    }
}

fn id(item: &Value) -> Option<&Value> {
    item.get("id")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert_eq, proptest};
    use serde_json::json;

    use super::Fate::{Added, Kept, Removed};
    use super::*;

    fn fates(old: &Value, new: &Value) -> Vec<Fate> {
        align(old.as_array().expect("a list"), new.as_array().expect("a list"))
    }

    #[test]
    fn items_are_followed_by_their_id_through_changes() {
        let old = json!([{"id": "m1", "state": "told"}, {"id": "m2"}]);
        assert_eq!(
            fates(&old, &json!([{"id": "m1", "state": "kept"}, {"id": "m3"}, {"id": "m2"}])),
            [Kept(0, 0), Added(1), Kept(1, 2)]
        );
        assert_eq!(fates(&old, &json!([{"id": "m2"}])), [Removed(0), Kept(1, 0)]);
        assert_eq!(fates(&old, &json!([{"id": "m3"}])), [Added(0), Removed(0), Removed(1)]);
    }

    #[test]
    fn items_without_an_id_are_followed_by_value_and_then_by_place() {
        assert_eq!(fates(&json!(["a", "b"]), &json!(["a", "c"])), [Kept(0, 0), Kept(1, 1)]);
        assert_eq!(fates(&json!(["a", "b"]), &json!(["b"])), [Removed(0), Kept(1, 0)]);
        assert_eq!(fates(&json!(["a", "b"]), &json!(["b", "a"])), [Kept(0, 0), Kept(1, 1)]);
        assert_eq!(fates(&json!(["a"]), &json!(["x", "a", "b"])), [Added(0), Kept(0, 1), Added(2)]);
        assert_eq!(fates(&json!([]), &json!([])), []);
    }

    fn items() -> impl Strategy<Value = Vec<Value>> {
        let item = (0_u8..4).prop_map(|number| if number < 2 { json!({"id": number}) } else { json!(number) });
        proptest::collection::vec(item, 0..6)
    }

    proptest! {
        #[test]
        fn each_item_has_one_fate_and_order_is_kept(old in items(), new in items()) {
            let fates = align(&old, &new);
            let left: Vec<usize> = fates.iter().filter_map(|fate| match fate {
                Kept(left, _) | Removed(left) => Some(*left),
                Added(_) => None,
            }).collect();
            let right: Vec<usize> = fates.iter().filter_map(|fate| match fate {
                Kept(_, right) | Added(right) => Some(*right),
                Removed(_) => None,
            }).collect();
            prop_assert_eq!(left, (0..old.len()).collect::<Vec<_>>());
            prop_assert_eq!(right, (0..new.len()).collect::<Vec<_>>());
        }
    }
}

//! The tree of a document as a source of plain structs, without a copy of it in between.
//!
//! Gives what `serde_json::Value` would give for the same content, faults included; `read` looks no closer at those.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{IntoDeserializer, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use serde_json::{Error, Value};

use super::document::{Content, Node};

impl<'de> Deserializer<'de> for &'de Node<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.content {
            Content::Text(text) => visitor.visit_borrowed_str(text),
            Content::Plain(value) => value.deserialize_any(visitor),
            Content::Sequence(list) => {
                let mut items = SeqDeserializer::new(list.children.iter().map(|child| &child.node));
                let value = visitor.visit_seq(&mut items)?;
                items.end().map(|()| value)
            }
            Content::Mapping(mapping) => {
                let fields = mapping.children.iter().map(|child| (&*child.key, &child.node));
                let mut fields = MapDeserializer::new(fields);
                let value = visitor.visit_map(&mut fields)?;
                fields.end().map(|()| value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.content {
            Content::Plain(Value::Null) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.value().deserialize_enum(name, variants, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier
    }
}

impl<'de> IntoDeserializer<'de, Error> for &'de Node<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};
    use serde::Deserialize;

    use crate::record::register_file::RegisterFile;
    use crate::record::v1::Record;
    use crate::record::yaml::document::Document;
    use crate::record::yaml::source::Source;

    const RECORD: &str = include_str!("../../../tests/data/records/valid/example.yaml");
    const SETTINGS: &str = include_str!("../../../complaints/register.yaml");

    /// Returns what both sources give for a text with a piece put into it.
    fn both<T: for<'de> Deserialize<'de>>(text: &str, at: usize, piece: &str) -> Option<[Result<T, String>; 2]> {
        let at = text.floor_char_boundary(at % text.len());
        let source = Source::decode(format!("{}{piece}{}", &text[..at], &text[at..]).as_bytes()).ok()?;
        let document = Document::parse(&source).ok()?;
        let of_values = T::deserialize(document.value());
        Some([T::deserialize(&document.root), of_values].map(|read| read.map_err(|error| error.to_string())))
    }

    proptest! {
        #[test]
        fn the_tree_gives_what_its_value_would(at in 0_usize..20_000, piece in "[-a:#|\"{}\\[\\]~0-9. \n]{0,4}") {
            if let Some([tree, value]) = both::<Record>(RECORD, at, &piece) {
                prop_assert_eq!(tree, value);
            }
            if let Some([tree, value]) = both::<RegisterFile>(SETTINGS, at, &piece) {
                prop_assert_eq!(tree, value);
            }
        }
    }
}

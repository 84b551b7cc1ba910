//! `.gitattributes`: whether git would change the bytes of a file.

use std::collections::BTreeSet;
use std::path::Path;

use crate::register::fault::Fault;
use crate::register::git::{ObjectId, Store};

/// The file of attributes in each folder.
const FILE: &str = ".gitattributes";

impl Store {
    /// Lets attributes that are missing in the work tree be looked up in a tree. The library would look into the index, and
    /// read all of it for that.
    pub(in crate::register) fn take_attributes_from<'p>(
        &self,
        tree: Option<ObjectId>,
        places: impl Iterator<Item = &'p str>,
    ) -> Result<(), Fault> {
        let fault = || Fault::git("read attributes");
        let mut files = BTreeSet::from([FILE.to_owned()]);
        for place in places {
            files.extend(place.match_indices('/').map(|(end, _)| format!("{}/{FILE}", &place[..end])));
        }
        let mut index = git2::Index::new().map_err(fault())?;
        for file in files {
            if let Some(entry) = tree.map_or(Ok(None), |tree| self.entry(tree, &file))? {
                index.add(&super::index::bare_entry(&file, entry)).map_err(fault())?;
            }
        }
        self.repository.set_index(&mut index).map_err(fault())
    }

    /// Returns the value of an attribute of a path; `None` when it is unspecified or unset.
    pub(in crate::register) fn attribute(&self, path: &str, name: &str) -> Result<Option<String>, Fault> {
        let flags = git2::AttrCheckFlags::FILE_THEN_INDEX;
        let value =
            self.repository.get_attr_bytes(Path::new(path), name, flags).map_err(Fault::git("read attributes"))?;
        Ok(match git2::AttrValue::from_bytes(value) {
            git2::AttrValue::True => Some("set".to_owned()),
            git2::AttrValue::Bytes(value) => Some(String::from_utf8_lossy(value).into_owned()),
            git2::AttrValue::String(value) => Some(value.to_owned()),
            git2::AttrValue::False | git2::AttrValue::Unspecified => None,
        })
    }
}

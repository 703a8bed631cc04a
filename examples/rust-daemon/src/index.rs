//! Which documents have which word.

use std::collections::{BTreeMap, BTreeSet};

pub struct Index {
    /// Words by document, to take them out when it is replaced.
    words: BTreeMap<String, Vec<String>>,
    /// Documents by word.
    documents: BTreeMap<String, BTreeSet<String>>,
    /// Every text there ever was, "for the undo". Nobody trims it.
    history: Vec<String>,
    leak: bool,
}

impl Index {
    pub fn new(leak: bool) -> Self {
        Self {
            words: BTreeMap::new(),
            documents: BTreeMap::new(),
            history: Vec::new(),
            leak,
        }
    }

    pub fn put(&mut self, id: &str, text: &str) {
        self.remove(id);
        if self.leak {
            self.remember(text);
        }
        let words: Vec<String> = text.split_whitespace().map(str::to_string).collect();
        for word in &words {
            self.documents
                .entry(word.clone())
                .or_default()
                .insert(id.to_string());
        }
        self.words.insert(id.to_string(), words);
    }

    pub fn find(&self, word: &str) -> usize {
        self.documents.get(word).map_or(0, BTreeSet::len)
    }

    fn remove(&mut self, id: &str) {
        for word in self.words.remove(id).unwrap_or_default() {
            if let Some(documents) = self.documents.get_mut(&word) {
                documents.remove(id);
                if documents.is_empty() {
                    self.documents.remove(&word);
                }
            }
        }
    }

    #[inline(never)]
    fn remember(&mut self, text: &str) {
        self.history.push(text.to_string());
    }
}

//! From a registry record to a draft trial. What is found in a text is data: each file of
//! `import/pieces` holds a text and the pieces expected of it. A new case needs no code.
//! `ACCEPT=1 cargo test --test import` writes what is found into the files; read it before you
//! commit it.

#[path = "import/collection.rs"]
mod collection;
#[path = "import/drafts.rs"]
mod drafts;
#[path = "import/pieces.rs"]
mod pieces;
#[path = "import/said.rs"]
mod said;

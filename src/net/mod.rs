//! Other websites: the one door to the network, and the file that remembers what they answered.
//!
//! Nothing here decides anything: whom to ask, how often, and what an answer means is said in
//! [`check::links`](crate::check::links). Nothing here is used unless somebody asks for it.

mod notebook;
mod web;

pub use notebook::{Notebook, NotebookTrouble};
pub use web::Web;

//! Questions on a terminal: the only home of inquire.
//!
//! Question and answer stand on separate lines, so that right-to-left text and the cursor do not fight.

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, Text};

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Unanswered {
    /// The person pressed Ctrl-C or Esc.
    #[error("stopped")]
    Stopped,
    /// The terminal failed.
    #[error("the terminal cannot be asked: {0}")]
    Failed(String),
}

/// Asks for a line of text; an empty answer is the empty text, or `suggestion` where there is one.
pub fn line(suggestion: Option<&str>) -> Result<String, Unanswered> {
    let look = RenderConfig::default_colored()
        .with_prompt_prefix(Styled::new(">"))
        .with_answered_prompt_prefix(Styled::new(">"));
    let prompt = Text::new("").with_render_config(look);
    let answer = match suggestion {
        Some(suggestion) => prompt.with_default(suggestion).prompt(),
        None => prompt.prompt(),
    };
    answer.map(|text| text.trim().to_owned()).map_err(|error| match error {
        InquireError::OperationInterrupted | InquireError::OperationCanceled => Unanswered::Stopped,
        other => Unanswered::Failed(other.to_string()),
    })
}

//! Bundles the page of one trial into one file: `check.html`, or `check-compat.html`, which runs
//! the same engine as plain JavaScript.
//!
//! The file is two documents, one in the other. The outer, the shell, holds the contact, the page
//! without scripts and a frame; the frame's document, the app, stands in the frame's `srcdoc` as
//! text. Both carry a policy that allows the scripts and styles in the file, by hash, and nothing
//! else. `DESIGN.md` says why it takes two. The same content and parts give the same bytes.

mod around;
mod mistake;
mod permuted;
mod policy;
mod readable;
mod script;
mod study;
mod template;

use crate::engine::KnownCases;
use crate::page::app::App;
use crate::page::content::{Content, Language};
use crate::page::paper::paper;
use crate::page::view::{TAGS, html};
use crate::page::written::write;
pub use around::{Around, integrity, page, service_worker, sums};
pub use mistake::BundleMistake;
pub use permuted::{permuted, unpermuted};
pub use policy::{Computes, Frame, hash, policy};
pub use readable::readable;
use sha2::{Digest, Sha256};
use study::study_places;
use template::{as_texts, attribute, fill};

/// How many hex digits of its hash name a build.
const NAME_DIGITS: usize = 12;

/// What a page is made of, besides its content. Texts are those of the files of the same names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// `www/shell.html`
    pub shell: String,
    /// `www/shell.css`
    pub shell_style: String,
    /// `www/shell.js`
    pub shell_script: String,
    /// `www/app.html`
    pub app: String,
    /// `www/style.css`
    pub app_style: String,
    /// `www/app.js`
    pub app_script: String,
    /// `www/hand-on.js`
    pub hand_on: String,
    /// `www/prelude.js`
    pub prelude: String,
    /// `www/theme.js`
    pub theme: String,
    /// `www/compat.html`, the way to `check-compat.html`
    pub compat: String,
}

/// What the page computes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engine {
    /// `prescreen.js` of wasm-bindgen, for `no-modules`.
    pub glue: String,
    /// `prescreen_bg.wasm`; none where `glue` holds the engine as plain JavaScript.
    pub module: Option<Vec<u8>>,
}

/// What a page shows, and the cases by which it is tried before it shows anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The trial and all words.
    pub content: &'a Content,
    /// The known cases of the trial.
    pub known_cases: &'a KnownCases,
}

/// A bundled page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// `check.html` or `check-compat.html`
    pub check_html: String,
    /// The build's name: the first 12 hex digits of the SHA-256 of the app's document as it is
    /// before they are filled in.
    pub build: String,
}

/// What both documents run and wear, as it stands in the file.
struct Pieces {
    /// The WebAssembly as text, if there is any.
    module: Option<String>,
    shell_style: String,
    shell_script: String,
    app_style: String,
    app_script: String,
}

/// Bundles the page.
///
/// # Errors
/// A template with a place that is not known, a script that would end early, content that cannot
/// be written.
pub fn bundle(shown: Shown, parts: &Parts, engine: &Engine) -> Result<Bundle, BundleMistake> {
    let pieces = pieces(parts, engine)?;
    let unnamed = app(shown, parts, &pieces, "")?;
    let build = name(&unnamed);
    let app = app(shown, parts, &pieces, &build)?;
    let check_html = shell(shown.content, parts, &pieces, &app, &build)?;
    Ok(Bundle { check_html, build })
}

fn pieces(parts: &Parts, engine: &Engine) -> Result<Pieces, BundleMistake> {
    let glue = script::cut(&engine.glue);
    let tags = format!("'{}'", TAGS.join("', '"));
    let hand_on = script::cut(&parts.hand_on);
    let prelude = script::cut(&parts.prelude);
    let prelude = fill("prelude.js", &prelude, &[("tags", &tags)])?;
    let theme = script::cut(&parts.theme);
    let app_script = script::cut(&parts.app_script);
    let app_script = fill(
        "app.js",
        &app_script,
        &[
            ("hand_on", &hand_on),
            ("prelude", &prelude),
            ("glue", &glue),
            ("theme", &theme),
        ],
    )?;
    Ok(Pieces {
        module: engine.module.as_deref().map(permuted),
        shell_style: script::cut(&parts.shell_style),
        shell_script: script::closed("shell.js", script::cut(&parts.shell_script))?,
        app_style: script::cut(&parts.app_style),
        app_script: script::closed("app.js", app_script)?,
    })
}

/// The inner document: the first screen as it will be drawn, the engine and the content.
fn app(
    Shown {
        content,
        known_cases,
    }: Shown,
    parts: &Parts,
    pieces: &Pieces,
    build: &str,
) -> Result<String, BundleMistake> {
    let streams = write(content, known_cases).map_err(|_| BundleMistake::Content)?;
    // No screen before the first event depends on the day, but the app needs one.
    let first = App::new(
        content.clone(),
        content.trial.last_update(),
        Language::ALL[0],
    )
    .screen();
    let places: [(&str, &str); 10] = [
        ("policy", &pieces.policy(Frame::App)),
        ("build", build),
        ("language", first.language.tag()),
        ("title", &template::text(&first.title)),
        ("style", &pieces.app_style),
        ("script", &pieces.app_script),
        ("screen", &html(&first.body)),
        ("engine", pieces.module.as_deref().unwrap_or_default()),
        ("numbers", &permuted(&streams.numbers)),
        ("texts", &readable(&streams.texts)),
    ];
    fill("app.html", &parts.app, &places)
}

/// The outer document.
fn shell(
    content: &Content,
    parts: &Parts,
    pieces: &Pieces,
    app: &str,
    build: &str,
) -> Result<String, BundleMistake> {
    // Where WebAssembly is not needed, there is nothing else to try.
    let compat = pieces.module.as_ref().map_or("", |_| parts.compat.trim());
    let own: [(&str, &str); 9] = [
        ("compat", compat),
        ("policy", &pieces.policy(Frame::Shell)),
        ("build", build),
        // The page without scripts wears the page's style.
        ("app_style", &pieces.app_style),
        ("style", &pieces.shell_style),
        ("script", &pieces.shell_script),
        ("paper_zh", &html(&paper(content, Language::ZhHans))),
        ("paper_en", &html(&paper(content, Language::En))),
        ("app", &attribute(app)),
    ];
    let study = study_places(content);
    let places: Vec<_> = study.iter().map(as_texts).chain(own).collect();
    fill("shell.html", &parts.shell, &places)
}

impl Pieces {
    /// The frame's document inherits the policy of the shell, so the shell's names its pieces too;
    /// both are the same but for Trusted Types, which the app alone needs.
    fn policy(&self, frame: Frame) -> String {
        let engine = match self.module {
            Some(_) => Computes::WebAssembly,
            None => Computes::JavaScript,
        };
        policy(
            frame,
            engine,
            &[&self.shell_script, &self.app_script],
            &[&self.shell_style, &self.app_style],
        )
    }
}

fn name(document: &str) -> String {
    let mut digits = hex(&Sha256::digest(document));
    digits.truncate(NAME_DIGITS);
    digits
}

/// Bytes as hex digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    let digits = bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
    digits.collect()
}

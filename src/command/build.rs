//! `prescreen build`: from trials, words and the compiled page to a site, the same bytes each time.

use super::output::{print, say};
use super::trial_files::trial_files;
use prescreen::authoring::bundle::{
    Around, BundleMistake, Engine, Parts, Shown, bundle, hex, integrity, page, service_worker, sums,
};
use prescreen::authoring::{Example, Loaded, load};
use prescreen::engine::{Accepted, KnownCases, Trial, accept_given};
use prescreen::page::content::Content;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Makes the site: check.html and what stands around it
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Where the site is written
    #[arg(long, default_value = "dist")]
    out: PathBuf,
    /// The folder that holds the site's sources, with `trials`, `registry` and `words`
    #[arg(long, default_value = "www")]
    www: PathBuf,
    /// The trial file; the only one of `trials` if none is named
    #[arg(value_name = "TRIAL")]
    trial: Option<PathBuf>,
    /// Where `make wasm` has put the page
    #[arg(long, default_value = "pkg/page")]
    page_wasm: PathBuf,
    /// Where `make wasm` has put the same page as plain JavaScript
    #[arg(long, default_value = "pkg/compat")]
    page_compat: PathBuf,
    /// Where `make wasm` has put the element for host pages, minified
    #[arg(long, default_value = "pkg/trial-prescreener.js")]
    element: PathBuf,
}

/// The pages around check.html: two of a hospital, for show, and the landing page.
const PAGES: [&str; 3] = ["index.html", "element.html", "start.html"];

/// The script that a host page may load. Such a page names its hash.
const ELEMENT: &str = "trial-prescreener.js";

/// What is handed on as it is: what the element offers, for the tools of a host's developers, and
/// the script that takes back what the worker has kept.
const AS_THEY_ARE: [&str; 2] = ["custom-elements.json", "service-worker-removal.js"];

/// A file of the site: its name and its bytes.
type File = (String, Vec<u8>);

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let written = site(arguments).and_then(|site| write(&arguments.out, &site));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            say(format_args!("error: {message}"));
            ExitCode::FAILURE
        }
    }
}

fn site(arguments: &Arguments) -> Result<Vec<File>, String> {
    let Loaded {
        definition,
        content,
        examples,
    } = trial(arguments)?;
    let parts = parts(arguments)?;
    let known_cases = &KnownCases::among(&content.trial, &people(&content.trial, &examples));
    let shown = Shown {
        content: &content,
        known_cases,
    };
    let bundled = |engine| bundle(shown, &parts, &engine).map_err(said);
    let check = bundled(web_assembly(&arguments.page_wasm)?)?;
    let compat = bundled(java_script(&arguments.page_compat)?)?;
    let trial = serde_json::to_vec_pretty(&definition).map_err(|error| error.to_string())?;
    let trial_name = format!("{}.json", definition.nct_id.to_ascii_lowercase());
    let mut site = vec![
        ("check.html".to_owned(), check.check_html.into_bytes()),
        (
            "check-compat.html".to_owned(),
            compat.check_html.into_bytes(),
        ),
        (trial_name, trial),
    ];
    surround(arguments, &content, &mut site)?;
    tell(format_args!("build {} (check.html)", check.build))?;
    tell(format_args!("build {} (check-compat.html)", compat.build))?;
    Ok(site)
}

/// Adds what stands around check.html. The worker names files by their hashes, and the sums name
/// all, so they come last.
fn surround(arguments: &Arguments, content: &Content, site: &mut Vec<File>) -> Result<(), String> {
    let www = |name| arguments.www.join(name);
    let around = Around {
        style: text(&www("page.css"))?,
        start_script: text(&www("start.js"))?,
        element: made(&arguments.element)?,
    };
    for name in PAGES {
        let page = page(name, &text(&www(name))?, content, &around);
        site.push((name.to_owned(), page.map_err(said)?.into_bytes()));
    }
    site.push((ELEMENT.to_owned(), around.element));
    for name in AS_THEY_ARE {
        site.push((name.to_owned(), text(&www(name))?.into_bytes()));
    }
    let name = "service-worker.js";
    let worker = service_worker(&text(&www(name))?, site).map_err(said)?;
    site.push((name.to_owned(), worker.into_bytes()));
    site.push(("SHA256SUMS".to_owned(), sums(site).into_bytes()));
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn said(mistake: BundleMistake) -> String {
    mistake.to_string()
}

/// The trial, read and checked. What is wrong with it is said as `prescreen check` says it.
fn trial(arguments: &Arguments) -> Result<Loaded, String> {
    let path = match &arguments.trial {
        Some(path) => path.clone(),
        None => only_trial(&arguments.www.join("trials"))?,
    };
    let (loaded, diagnostics) = load(&arguments.www, &path);
    for diagnostic in &diagnostics {
        say(diagnostic);
    }
    loaded.ok_or_else(|| format!("`{}` is not built", path.display()))
}

/// The example persons, who are also the cases by which the page tries itself. A trial that loads
/// has none that is refused.
fn people(trial: &Trial, examples: &[Example]) -> Vec<Accepted> {
    let accepted = |example: &Example| accept_given(trial, &example.answers, example.on).ok();
    examples.iter().filter_map(accepted).collect()
}

/// One `check.html` is the page of one trial, so it is never chosen among several.
fn only_trial(folder: &Path) -> Result<PathBuf, String> {
    let trials = trial_files(folder).map_err(|error| cannot("read", folder, &error))?;
    match <[PathBuf; 1]>::try_from(trials) {
        Ok([trial]) => Ok(trial),
        Err(trials) => Err(format!(
            "found {} trials in `{}`, accepted is one; name the one to build",
            trials.len(),
            folder.display()
        )),
    }
}

fn parts(arguments: &Arguments) -> Result<Parts, String> {
    let www = |name| text(&arguments.www.join(name));
    Ok(Parts {
        shell: www("shell.html")?,
        shell_style: www("shell.css")?,
        shell_script: www("shell.js")?,
        app: www("app.html")?,
        app_style: www("style.css")?,
        app_script: www("app.js")?,
        hand_on: www("hand-on.js")?,
        prelude: www("prelude.js")?,
        theme: www("theme.js")?,
        compat: www("compat.html")?,
    })
}

fn web_assembly(folder: &Path) -> Result<Engine, String> {
    Ok(Engine {
        glue: glue(folder)?,
        module: Some(made(&folder.join("prescreen_bg.wasm"))?),
    })
}

fn java_script(folder: &Path) -> Result<Engine, String> {
    Ok(Engine {
        glue: glue(folder)?,
        module: None,
    })
}

fn glue(folder: &Path) -> Result<String, String> {
    let bytes = made(&folder.join("prescreen.js"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What another step of the build has made.
fn made(path: &Path) -> Result<Vec<u8>, String> {
    bytes(path).map_err(|error| format!("{error}; `make wasm` writes it"))
}

/// A text file, with line ends as a browser reads them: hashes are over what it reads.
fn text(path: &Path) -> Result<String, String> {
    let text = String::from_utf8(bytes(path)?)
        .map_err(|_| format!("`{}` is not UTF-8", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| cannot("read", path, &error))
}

fn write(out: &Path, site: &[File]) -> Result<(), String> {
    fs::create_dir_all(out).map_err(|error| cannot("write", out, &error))?;
    for (name, bytes) in site {
        let path = out.join(name);
        fs::write(&path, bytes).map_err(|error| cannot("write", &path, &error))?;
        let hash = hex(&Sha256::digest(bytes));
        let (count, path) = (bytes.len(), path.display());
        tell(format_args!("{count:>9} bytes  {hash}  {path}"))?;
        if name == ELEMENT {
            let integrity = integrity(bytes);
            tell(format_args!("{:>15}  integrity=\"{integrity}\"", ""))?;
        }
    }
    Ok(())
}

fn tell(line: std::fmt::Arguments) -> Result<(), String> {
    print(line).map_err(|error| format!("writing failed: {error}"))
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> String {
    format!("cannot {what} `{}`: {error}", path.display())
}

//! `prescreen build`: from trials, words and the compiled page to a site, the same bytes each time.

use prescreen::authoring::bundle::{Parts, bundle, hex};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[path = "../../tests/bundle/content.rs"]
mod fixture;

/// Makes the site: check.html and what stands around it
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Where the site is written
    #[arg(long, default_value = "dist")]
    out: PathBuf,
    /// Where the site's sources are
    #[arg(long, default_value = "www")]
    www: PathBuf,
    /// Where `make wasm` has put the page
    #[arg(long, default_value = "pkg/page")]
    page_wasm: PathBuf,
}

/// Pages around check.html that are handed on as they are.
const PAGES: [&str; 1] = ["index.html"];

/// A file of the site: its name and its bytes.
type File = (String, Vec<u8>);

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let written = site(arguments).and_then(|site| write(&arguments.out, &site));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn site(arguments: &Arguments) -> Result<Vec<File>, String> {
    let (definition, content) = (fixture::definition(), fixture::content());
    let bundled = bundle(&content, &parts(arguments)?).map_err(|mistake| mistake.to_string())?;
    let trial = serde_json::to_vec_pretty(&definition).map_err(|error| error.to_string())?;
    let trial_name = format!("{}.json", content.trial.nct_id().to_ascii_lowercase());
    let mut site = vec![
        ("check.html".to_owned(), bundled.check_html.into_bytes()),
        (trial_name, trial),
    ];
    for name in PAGES {
        site.push((name.to_owned(), bytes(&arguments.www.join(name))?));
    }
    println!("build {}", bundled.build);
    Ok(site)
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
        glue: text(&arguments.page_wasm.join("prescreen.js"))?,
        engine: bytes(&arguments.page_wasm.join("prescreen_bg.wasm"))?,
    })
}

/// A text file, with line ends as a browser reads them: hashes are over what it reads.
fn text(path: &Path) -> Result<String, String> {
    let text = String::from_utf8(bytes(path)?)
        .map_err(|_| format!("`{}` is not UTF-8", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("`{}` cannot be read: {error}", path.display()))
}

fn write(out: &Path, site: &[File]) -> Result<(), String> {
    let failed = |path: &Path, error| format!("`{}` cannot be written: {error}", path.display());
    fs::create_dir_all(out).map_err(|error| failed(out, error))?;
    for (name, bytes) in site {
        let path = out.join(name);
        fs::write(&path, bytes).map_err(|error| failed(&path, error))?;
        let hash = hex(&Sha256::digest(bytes));
        println!("{:>9} bytes  {hash}  {}", bytes.len(), path.display());
    }
    Ok(())
}

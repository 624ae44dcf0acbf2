//! What the pages outside the app name of the study: its number, its title, its hospital, how far it
//! is and the contact. It reads nothing and judges nothing; `bundle` and `around` fill it in.

use super::template;
use crate::page::content::{CentralContact, Content, Language};
use crate::page::study::facts;

/// The places of a template that tell of the study, with what stands there.
pub(super) fn study_places(content: &Content) -> Vec<(&'static str, String)> {
    let study = &content.study;
    let [zh, en] = Language::ALL.map(|language| facts(content, language));
    let questions = content.trial.facts().len().to_string();
    let texts = [
        ("trial", content.trial.nct_id()),
        ("title_zh", &*study.title.zh_hans),
        ("title_en", &study.title.en),
        ("hospital_zh", &study.hospital.zh_hans),
        ("hospital_en", &study.hospital.en),
        ("stage_zh", &zh.stage),
        ("stage_en", &en.stage),
        ("status_zh", &zh.status),
        ("status_en", &en.status),
        ("updated_zh", &zh.updated),
        ("updated_en", &en.updated),
        ("questions", &questions),
        ("contact", contact(content).map_or("", |it| &it.name)),
    ];
    let texts = texts.map(|(place, words)| (place, template::text(words)));
    texts
        .into_iter()
        .chain([("reach", reach(content))])
        .collect()
}

/// The contact that a page names: the first with a number, or the first there is.
fn contact(content: &Content) -> Option<&CentralContact> {
    let contacts = &content.record.central_contacts;
    let with_number = contacts.iter().find(|contact| contact.phone.is_some());
    with_number.or(contacts.first())
}

/// How the study team is reached, in both languages: the number to tap, an address, or neither.
fn reach(content: &Content) -> String {
    let contact = contact(content);
    if let Some(phone) = contact.and_then(|contact| contact.phone.as_deref()) {
        let (dial, phone) = (dial(phone), template::text(phone));
        return format!(
            "研究电话 <span lang=\"en\">Phone</span> <a href=\"tel:{dial}\">{phone}</a>"
        );
    }
    let mut contacts = content.record.central_contacts.iter();
    match contacts.find_map(|contact| contact.email.as_deref()) {
        Some(email) => {
            let email = template::text(email);
            format!("研究邮箱 <span lang=\"en\">Email {email}</span>")
        }
        None => {
            "登记里没有写联系人 <span lang=\"en\">The registry names no contact</span>".to_owned()
        }
    }
}

/// The number as a phone dials it: of what the registry writes the first number, without spaces,
/// dashes and brackets. An extension is asked for by whoever answers.
fn dial(phone: &str) -> String {
    let is_of_number = |letter: char| letter.is_ascii_digit() || " \u{a0}+-–.()/".contains(letter);
    let first = phone.split(|letter| !is_of_number(letter));
    let first = first.map(|part| part.split(" / ").next().unwrap_or_default());
    let first = first
        .map(str::trim)
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    let digits = first.chars().filter(char::is_ascii_digit);
    let plus = first.contains('+').then_some('+');
    plus.into_iter().chain(digits).collect()
}

#[cfg(test)]
mod tests {
    use super::dial;

    #[test]
    fn of_several_numbers_and_extensions_the_first_number_is_dialled() {
        for (written, dialled) in [
            ("+86 771-535 6501", "+867715356501"),
            ("(+91-22) 24177026 ext. 7026", "+912224177026"),
            ("0491381594 Ext. 33", "0491381594"),
            ("+41 32 580 01 75 / +41 32 580 01 76", "+41325800175"),
            ("040-12345; 040-6789", "04012345"),
            ("Tel: 59976661", "59976661"),
            ("", ""),
        ] {
            assert_eq!(dial(written), dialled, "{written}");
        }
    }
}

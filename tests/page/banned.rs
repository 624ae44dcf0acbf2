//! Words that never stand in our own text (the registry's words are exempt): verdicts on a person,
//! claims, pressure, and reproach.

use prescreen::page::content::Language;

/// Whole words.
const ENGLISH: [&str; 24] = [
    "eligible",
    "ineligible",
    "eligibility",
    "qualify",
    "qualifies",
    "qualified",
    "pass",
    "passed",
    "fail",
    "failed",
    "fails",
    "effective",
    "safe",
    "cure",
    "cures",
    "cured",
    "confidential",
    "promise",
    "promising",
    "hurry",
    "invalid",
    "sorry",
    "breakthrough",
    "miracle",
];

/// Words that are harmful only side by side.
const ENGLISH_PAIRS: [&str; 4] = ["new treatment", "new drug", "new therapy", "free treatment"];

const CHINESE: [&str; 20] = [
    "您忘记",
    "无效",
    "有效",
    "非法",
    "抱歉",
    "合格",
    "不合格",
    "入选",
    "被排除",
    "保证",
    "治愈",
    "根治疾病",
    "赶快",
    "尽快报名",
    "保密",
    "免费",
    "新药",
    "新疗法",
    "安全可靠",
    "奇迹",
];

/// The banned words that a text contains.
pub(crate) fn found(text: &str, language: Language) -> Vec<&'static str> {
    match language {
        Language::En => {
            let lower = text.to_lowercase();
            let mut words: Vec<_> = lower.split(|c: char| !c.is_alphabetic()).collect();
            words.retain(|word| !word.is_empty());
            let plain = words.join(" ");
            let single = ENGLISH.into_iter().filter(|word| words.contains(word));
            let pairs = ENGLISH_PAIRS.into_iter();
            single
                .chain(pairs.filter(|pair| plain.contains(pair)))
                .collect()
        }
        Language::ZhHans => CHINESE
            .into_iter()
            .filter(|word| text.contains(word))
            .collect(),
    }
}

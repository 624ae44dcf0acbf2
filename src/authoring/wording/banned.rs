//! Words that never stand in our own texts: verdicts on a person, claims, hope and pressure, and the
//! reproach of forms. The trial files, the words of the page and every screen are held to them.

use crate::page::content::Language;

/// Whole words.
const ENGLISH: [&str; 39] = [
    "eligible",
    "ineligible",
    "eligibility",
    "qualify",
    "qualifies",
    "qualified",
    "disqualified",
    "pass",
    "passed",
    "passes",
    "fail",
    "failed",
    "fails",
    "effective",
    "safe",
    "cure",
    "cures",
    "cured",
    "curable",
    "confidential",
    "promise",
    "promises",
    "promising",
    "guarantee",
    "guaranteed",
    "hurry",
    "urgently",
    "hope",
    "hopeless",
    "invalid",
    "valid",
    "required",
    "sorry",
    "please",
    "forgot",
    "breakthrough",
    "miracle",
    "reject",
    "rejected",
];

/// Words that are harmful only side by side.
const ENGLISH_PAIRS: [&str; 18] = [
    "you can join",
    "can take part now",
    "no risk",
    "risk free",
    "without risk",
    "new treatment",
    "new drug",
    "new therapy",
    "new medicine",
    "free treatment",
    "free of charge",
    "for free",
    "your score",
    "your match",
    "last chance",
    "act now",
    "you must",
    "not good enough",
];

/// Parts of words: verdicts, reproach, then claims and pressure.
const CHINESE: [&str; 45] = [
    "符合入组",
    "可以入组",
    "没有风险",
    "零风险",
    "一定有效",
    "您忘记",
    "您忘了",
    "无效",
    "有效",
    "非法",
    "抱歉",
    "必填",
    "请输入",
    "合格",
    "入选",
    "达标",
    "资格",
    "得分",
    "通过了",
    "未通过",
    "成功率",
    "被排除",
    "被拒",
    "保证",
    "治愈",
    "根治疾病",
    "赶快",
    "赶紧",
    "抓紧",
    "尽快报名",
    "马上报名",
    "名额有限",
    "机会难得",
    "最后的机会",
    "保密",
    "免费",
    "新药",
    "新疗法",
    "新治疗",
    "安全可靠",
    "安全有效",
    "疗效好",
    "奇迹",
    "希望",
    "绝症",
];

/// The words of a text that never stand in words for families: verdicts on a person, claims, hope
/// and pressure, and the reproach of forms. The registry's own words are not held to it.
///
/// ```
/// use prescreen::authoring::banned_words;
/// use prescreen::page::content::Language;
/// assert_eq!(banned_words("You are eligible.", Language::En), ["eligible"]);
/// assert_eq!(banned_words("现在还不知道。", Language::ZhHans), [""; 0]);
/// ```
#[must_use]
pub fn banned_words(text: &str, language: Language) -> Vec<&'static str> {
    match language {
        Language::En => {
            let lower = text.to_lowercase();
            let mut words: Vec<_> = lower.split(|c: char| !c.is_alphabetic()).collect();
            words.retain(|word| !word.is_empty());
            let plain = format!(" {} ", words.join(" "));
            let single = ENGLISH.into_iter().filter(|word| words.contains(word));
            let pairs = ENGLISH_PAIRS.into_iter();
            single
                .chain(pairs.filter(|pair| plain.contains(&format!(" {pair} "))))
                .collect()
        }
        Language::ZhHans => CHINESE
            .into_iter()
            .filter(|word| text.contains(word))
            .collect(),
    }
}

//! What a family is never asked: it is stated in a criterion without a rule, and people talk about
//! it. The signs (see `signs`) are those by which a question about it is known.

use super::signs::places;

/// A matter that is never asked.
pub(crate) struct Matter {
    /// What it is.
    pub(crate) name: &'static str,
    /// Why it is not asked.
    pub(crate) because: &'static str,
    /// The signs in both languages.
    pub(crate) signs: &'static [&'static str],
}

const IN_PRIVATE: &str = "it is talked about in private, never beside a parent";

/// All of them.
pub(crate) const NEVER_ASKED: [Matter; 7] = [
    Matter {
        name: "survival",
        because: "nobody is asked how long somebody will live",
        signs: &[
            "survival",
            "surviv*",
            "life expectancy",
            "expected to live",
            "to live",
            "will live",
            "die",
            "dies",
            "dying",
            "death",
            "生存",
            "存活",
            "活多久",
            "死亡",
            "去世",
            "寿命",
        ],
    },
    Matter {
        name: "pregnancy and contraception",
        because: IN_PRIVATE,
        signs: &[
            "pregnan*",
            "birth control",
            "contracept*",
            "menstru*",
            "breastfe*",
            "breast-fe*",
            "怀孕",
            "避孕",
            "妊娠",
            "月经",
            "哺乳",
            "喂奶",
        ],
    },
    Matter {
        name: "sex life",
        because: IN_PRIVATE,
        signs: &[
            "condom*",
            "sexual*",
            "sex life",
            "have sex",
            "having sex",
            "性生活",
            "性行为",
            "father a child",
            "安全套",
        ],
    },
    Matter {
        name: "mental illness",
        because: IN_PRIVATE,
        signs: &[
            "mental illness",
            "mental disorder*",
            "mental health",
            "psychiatr*",
            "depress*",
            "suicid*",
            "精神病",
            "精神疾病",
            "精神障碍",
            "心理疾病",
            "抑郁",
            "自杀",
        ],
    },
    Matter {
        name: "alcohol and drugs",
        because: IN_PRIVATE,
        signs: &[
            "alcohol*",
            "drinking problem",
            "drug abuse",
            "drug use",
            "take drugs",
            "addict*",
            "酗酒",
            "酒精",
            "饮酒",
            "喝酒",
            "吸毒",
            "毒品",
            "滥用",
            "成瘾",
        ],
    },
    Matter {
        name: "HIV",
        because: IN_PRIVATE,
        signs: &["hiv", "aids", "艾滋"],
    },
    Matter {
        name: "what other treatments are left",
        because: "only doctors can judge it, and the question would wound",
        signs: &["treatment options", "other options", "治疗可以选"],
    },
];

/// The matters that a question touches and that are never asked about, each with the sign by which
/// it is known.
///
/// ```
/// use prescreen::authoring::never_asked;
/// assert_eq!(never_asked("Is she pregnant?"), [("pregnancy and contraception", "pregnan*")]);
/// assert!(never_asked("Was there a transplant?").is_empty());
/// ```
#[must_use]
pub fn never_asked(question: &str) -> Vec<(&'static str, &'static str)> {
    let found = |matter: &Matter| {
        let mut signs = matter.signs.iter();
        let sign = signs.find(|sign| !places(question, sign).is_empty())?;
        Some((matter.name, *sign))
    };
    NEVER_ASKED.iter().filter_map(found).collect()
}

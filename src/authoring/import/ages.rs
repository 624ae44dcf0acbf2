//! The registry's ages and sex as criteria with rules: the facts that they ask, and their words in
//! both languages. They are complete; a person still approves them.

use super::toml_text::value;
use crate::authoring::registry::fields::{Ages, Sex};
use crate::engine::Period;

/// A period in the largest unit that holds it.
struct Count {
    number: u16,
    unit: Unit,
}

#[derive(Clone, Copy)]
enum Unit {
    Years,
    Months,
    Weeks,
    Days,
}

impl Count {
    fn of(period: Period) -> Self {
        let (number, unit) = match period {
            Period::Months(months) if months.is_multiple_of(12) => (months / 12, Unit::Years),
            Period::Months(months) => (months, Unit::Months),
            Period::Days(days) if days.is_multiple_of(7) => (days / 7, Unit::Weeks),
            Period::Days(days) => (days, Unit::Days),
        };
        Self { number, unit }
    }

    fn chinese(&self) -> String {
        let unit = match self.unit {
            Unit::Years => "周岁",
            Unit::Months => "个月",
            Unit::Weeks => "周",
            Unit::Days => "天",
        };
        format!("{}\u{a0}{unit}", self.number)
    }

    fn english(&self) -> String {
        let unit = match (self.unit, self.number) {
            (Unit::Years, 1) => "year",
            (Unit::Years, _) => "years",
            (Unit::Months, 1) => "month",
            (Unit::Months, _) => "months",
            (Unit::Weeks, 1) => "week",
            (Unit::Weeks, _) => "weeks",
            (Unit::Days, 1) => "day",
            (Unit::Days, _) => "days",
        };
        format!("{}\u{a0}{unit} old", self.number)
    }
}

/// The comparison of a rule: `{ at_least = 3, below = 19, unit = "years" }`.
pub(super) fn comparison(ages: Ages) -> String {
    let ends = [ages.at_least, ages.below].into_iter().flatten();
    let (months, days): (Vec<_>, Vec<_>) = ends.partition(|end| matches!(end, Period::Months(_)));
    let (size, unit) = match (months.is_empty(), days.is_empty()) {
        (false, true) if months.iter().all(|end| count(*end).is_multiple_of(12)) => (12, "years"),
        (false, true) => (1, "months"),
        _ if days.iter().all(|end| count(*end).is_multiple_of(7)) => (7, "weeks"),
        _ => (1, "days"),
    };
    let end = |name: &str, end: Option<Period>| {
        end.map_or(String::new(), |end| {
            format!("{name} = {}, ", count(end) / size)
        })
    };
    format!(
        "{{ {}{}unit = \"{unit}\" }}",
        end("at_least", ages.at_least),
        end("below", ages.below)
    )
}

fn count(period: Period) -> u16 {
    match period {
        Period::Months(count) | Period::Days(count) => count,
    }
}

/// Words in both languages as a TOML value.
fn words(chinese: &str, english: &str) -> String {
    format!(
        "{{ zh-Hans = {}, en = {} }}",
        value(chinese),
        value(english)
    )
}

/// The words and the rule of the criterion `AGE`, with the readings of its text.
pub(super) fn age_criterion(ages: Ages, maximum: Option<&str>) -> String {
    let least = ages.at_least.map(Count::of);
    let below = ages.below.map(Count::of);
    let chinese = [
        least
            .as_ref()
            .map(|count| format!("满 {}", count.chinese())),
        below
            .as_ref()
            .map(|count| format!("不到 {}", count.chinese())),
    ];
    let english = [
        least
            .as_ref()
            .map(|count| format!("at least {}", count.english())),
        below
            .as_ref()
            .map(|count| format!("under {}", count.english())),
    ];
    let chinese = chinese.into_iter().flatten().collect::<Vec<_>>().join("、");
    let english = english
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" and ");
    let mut toml = format!(
        "plain = {}\nbad = {}\nopen = {}\ncould_change = [\"time\"]\nroles = [\"team\"]\n",
        words(&chinese, &capitalised(&english)),
        words(
            &format!("研究接收的年龄：{chinese}。按现在的回答，这一项目前可能不符合。"),
            &format!(
                "The study takes people who are {english}. By your answer, this point may not fit now."
            ),
        ),
        words(
            "按现在的回答，年龄还看不准。研究团队会看证件。",
            "By your answer, the age is not certain yet. The study team will look at the identity paper.",
        ),
    );
    if let (Some(maximum), Some(below)) = (maximum, below) {
        toml.push_str(&reading_of_maximum(maximum, &below));
    }
    format!(
        "{toml}\n[criterion.rule]\nfact = \"birth_date\"\nage = {}\n",
        comparison(ages)
    )
}

fn reading_of_maximum(maximum: &str, below: &Count) -> String {
    format!(
        "\n[[criterion.reading]]\nof = {}\nas = {}\nbecause = {}\n",
        value(maximum),
        value(&format!(
            "Included: under {}.",
            below.english().replace('\u{a0}', " ")
        )),
        value(
            "The registry counts the named maximum as included: records with a maximum of 18 years are filed under both child and adult, those with 17 under child."
        )
    )
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The words and the rule of the criterion `SEX`.
pub(super) fn sex_criterion(sex: Sex) -> String {
    let (chinese, english) = match sex {
        Sex::Female => ("女", "female"),
        Sex::Male => ("男", "male"),
    };
    format!(
        "plain = {}\nbad = {}\ncould_change = [\"nothing\"]\nroles = [\"team\"]\n\n[criterion.rule]\nfact = \"sex\"\nis = [\"{}\"]\n",
        words(
            &format!("登记的性别：{chinese}"),
            &format!("The sex on the birth record is {english}")
        ),
        words(
            &format!("登记信息写着，这项研究只收{chinese}性。按现在的回答，这一项目前可能不符合。"),
            &format!(
                "The registry lists this study for {english} patients only. By your answer, this point may not fit now."
            ),
        ),
        sex.value(),
    )
}

/// The section of both questions.
pub(super) fn section() -> String {
    format!(
        "[[section]]\nid = \"person\"\ntitle = {}\n",
        words("基本情况", "The person")
    )
}

/// The question for the birth date.
pub(super) fn birth_date() -> String {
    fact(
        "birth_date",
        "kind = \"birth_date\"\n",
        [
            (
                "question",
                "患者是哪一天出生的？",
                "When was the patient born?",
            ),
            (
                "why",
                "研究按周岁看年龄，不按虚岁。看户口本、身份证或出生证。",
                "The study counts age in full years. The date is on the birth certificate or identity card.",
            ),
            (
                "help",
                "患者就是生病的人：您自己，或您的家人。用公历（阳历），不用农历。只记得年和月也可以。",
                "The patient is the person who is ill: you, or someone in your family. The year and month alone will do if the day is not known.",
            ),
            ("short", "年龄", "Age"),
            (
                "ask",
                "看户口本、身份证或出生证上的出生日期。",
                "Look up the date of birth on the birth certificate or identity card.",
            ),
        ],
    )
}

/// The question for the sex.
pub(super) fn sex(sex: Sex) -> String {
    let (chinese, english) = match sex {
        Sex::Female => ("女", "female"),
        Sex::Male => ("男", "male"),
    };
    let why = format!("登记信息写着，这项研究只收{chinese}性。看出生证、户口本或身份证。");
    let why_english = format!(
        "The registry lists this study for {english} patients only. Look at the birth certificate or identity card."
    );
    let own = fact(
        "sex",
        "kind = \"choice\"\nvalues = [\"female\", \"male\"]\n",
        [
            (
                "question",
                "出生时登记的性别是什么？",
                "Which sex is on the birth record?",
            ),
            ("why", &why, &why_english),
            ("short", "登记的性别", "Sex on the birth record"),
            (
                "ask",
                "看出生证、户口本或身份证。拿不准，就问研究团队。",
                "Look at the birth certificate or identity card. If you are not sure, ask the study team.",
            ),
        ],
    );
    let choice = |value: &str, chinese: &str, english: &str| {
        format!(
            "\n[[fact.choice]]\nvalue = \"{value}\"\nlabel = {}\n",
            words(chinese, english)
        )
    };
    format!(
        "{own}{}{}",
        choice("female", "女", "Female"),
        choice("male", "男", "Male")
    )
}

fn fact<const N: usize>(id: &str, kind: &str, texts: [(&str, &str, &str); N]) -> String {
    let texts =
        texts.map(|(key, chinese, english)| format!("{key} = {}\n", words(chinese, english)));
    format!(
        "[[fact]]\nid = \"{id}\"\nsection = \"person\"\n{kind}{}",
        texts.concat()
    )
}

//! Invented families answer the questions of the first trial by the page's own events. What the
//! page then shows is confronted with what the engine finds for the answers file that says the
//! same: a family at the page and a program with a file get one result.

use crate::elements::{collect, controls};
use crate::fixture::{day, first_trial};
use crate::numbers::Numbers;
use crate::screen::{attribute_values, check, text};
use prescreen::authoring::read_json_answers;
use prescreen::engine::{
    Accepted, Criterion, Finding, Verdict, accept_given, findings, forecast, next_question,
    worth_asking,
};
use prescreen::page::app::{App, Event};
use prescreen::page::content::{Content, Language};
use prescreen::page::view::{Element, Screen};
use serde_json::{Map, Value, json};

/// What a family of whom nothing speaks against the study may tap.
const FITTING: [(&str, &[&str]); 16] = [
    ("diagnosis", &["0"]),
    ("disease_course", &["0", "1"]),
    ("weight", &["1"]),
    ("lansky", &["4", "7"]),
    ("karnofsky", &["6"]),
    ("toxicity_recovered", &["1"]),
    ("allo_hsct", &["0"]),
    ("cns", &["2"]),
    ("cll1", &["1"]),
    ("serious_conditions", &["none"]),
    ("severe_allergy", &["0"]),
    ("organ_transplant", &["2"]),
    ("surgery", &["2"]),
    ("other_cancer", &["0"]),
    ("other_cancer_kind", &["0"]),
    ("active_infection", &["0"]),
];

/// The words of the findings on the sheet, by language. An exclusion is not met: it applies or not.
const SIGNS: [(Finding, [&str; 2]); 6] = [
    (Finding::Fits, ["看起来符合", "Looks met"]),
    (
        Finding::Fits,
        ["看起来没有这种情况", "Does not seem to apply"],
    ),
    (Finding::Conflicts, ["目前可能不符合", "May not be met now"]),
    (Finding::Conflicts, ["目前可能有这种情况", "May apply now"]),
    (Finding::Open, ["还要确认", "Still to confirm"]),
    (Finding::Team, ["由研究团队来谈", "For the study team"]),
];

/// A family at the page, with the answers file that says what it tapped.
struct Family {
    numbers: Numbers,
    app: App,
    file: Map<String, Value>,
    /// How many of a hundred answers are fitting ones.
    fitting: usize,
}

impl Family {
    fn new(seed: u64, content: Content, language: Language) -> Self {
        let mut numbers = Numbers(seed);
        let fitting = [0, 60, 90, 97, 100][numbers.below(5)];
        Self {
            numbers,
            app: App::new(content, day("2026-11-22"), language),
            file: Map::new(),
            fitting,
        }
    }

    /// Answers until there is nothing more to ask, or until it has had enough.
    fn answer_all(&mut self, content: &Content) {
        let patient = self.numbers.below(4) > 0;
        self.app.handle(Event::Tap("continue".to_owned()));
        for _ in 0..200 {
            let screen = self.app.screen();
            check(&screen);
            if !patient && self.numbers.below(12) == 0 {
                break;
            }
            let Some(question) = question(&screen) else {
                if next_question(&content.trial, &self.accepted(content)).is_none() {
                    break;
                }
                self.app.handle(Event::Tap("continue".to_owned()));
                continue;
            };
            let asked = next_question(&content.trial, &self.accepted(content));
            let asked = asked.map(|fact| content.trial.facts()[usize::from(fact)].id.clone());
            assert_eq!(Some(&question), asked.as_ref(), "the first worth asking");
            let sent = self.choose(&question, &screen);
            self.app.handle(Event::Submit(sent.clone()));
            // A form that gives no answer is shown again, with the focus on the problem.
            if self.app.screen().focus != "problem" {
                self.file
                    .insert(question.clone(), written(content, &question, &sent));
            }
        }
        self.app.handle(Event::Tap("result".to_owned()));
    }

    fn choose(&mut self, question: &str, screen: &Screen) -> Vec<(String, String)> {
        let mut elements = Vec::new();
        collect(&screen.body, &mut elements);
        let controls = controls(&elements);
        let values = |name: &str| -> Vec<String> {
            let own = controls.iter().filter(|(each, _)| each == name);
            own.filter_map(|(_, control)| Some(control.attribute("value")?.to_owned()))
                .collect()
        };
        let fits = self.numbers.below(100) < self.fitting;
        if !values("year").is_empty() {
            // Years stand with the latest first, after the empty option and "I don't know".
            let latest = if fits { 8..16 } else { 0..28 };
            return ["year", "month", "day"]
                .map(|name| {
                    let all = values(name);
                    let from = if name == "year" {
                        latest.clone()
                    } else {
                        0..32
                    };
                    let place = from.start + self.numbers.below(from.end - from.start);
                    (name.to_owned(), all[place % all.len()].clone())
                })
                .into();
        }
        let answer = |value: &str| ("answer".to_owned(), value.to_owned());
        let fitting = FITTING.iter().find(|(fact, _)| *fact == question);
        if let (true, Some((_, fitting))) = (fits, fitting) {
            return vec![answer(fitting[self.numbers.below(fitting.len())])];
        }
        let all = values("answer");
        let mut sent = vec![answer(&all[self.numbers.below(all.len())])];
        if question == "serious_conditions" && self.numbers.below(2) == 0 {
            let more = answer(&all[self.numbers.below(all.len())]);
            sent.retain(|one| *one != more);
            sent.push(more);
        }
        sent
    }

    /// The answers as a program hands them over.
    fn accepted(&self, content: &Content) -> Accepted {
        let text = Value::Object(self.file.clone()).to_string();
        let given = read_json_answers(text.as_bytes()).expect("an object");
        accept_given(&content.trial, &given, day("2026-11-22"))
            .unwrap_or_else(|mistakes| panic!("{mistakes:?}: {text}"))
    }
}

/// The question shown, by its key.
fn question(screen: &Screen) -> Option<String> {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let forms = attribute_values(&elements, "data-form");
    forms.first().map(|form| (*form).to_owned())
}

/// What was tapped, as an answers file says it.
fn written(content: &Content, question: &str, sent: &[(String, String)]) -> Value {
    let value = |name: &str| sent.iter().find(|(each, _)| each == name);
    let fact = content.trial.fact_index(question).expect("a question");
    let names = content.trial.facts()[usize::from(fact)].kind.values();
    let name = |value: &str| names[value.parse::<usize>().expect("a place")].clone();
    if let Some((_, year)) = value("year") {
        let part = |name| match value(name) {
            Some((_, value)) if value != "unknown" => Some(value),
            _ => None,
        };
        return match (&**year, part("month"), part("day")) {
            ("unknown", _, _) => Value::Null,
            (year, None, _) => json!(year),
            (year, Some(month), None) => json!(format!("{year}-{month:0>2}")),
            (year, Some(month), Some(day)) => json!(format!("{year}-{month:0>2}-{day:0>2}")),
        };
    }
    let first = &*sent[0].1;
    match (question, first) {
        (_, "unknown") => Value::Null,
        ("weight", "0") => json!({"below": 10, "unit": "kg"}),
        ("weight", _) => json!({"at_least": 10, "unit": "kg"}),
        ("cll1", "0") => json!({"below": 50, "unit": "%"}),
        ("cll1", _) => json!({"at_least": 50, "unit": "%"}),
        ("serious_conditions", "none") => json!([]),
        ("serious_conditions", _) => sent.iter().map(|(_, value)| name(value)).collect(),
        _ if names.is_empty() => json!(first == "1"),
        _ => json!(name(first)),
    }
}

#[test]
fn the_result_shows_what_the_engine_finds_in_the_same_answers() {
    let content = first_trial();
    let mut verdicts = [0; 3];
    for seed in 0..300 {
        let language = Language::ALL[usize::from(seed % 2 == 0)];
        let mut family = Family::new(seed, content.clone(), language);
        family.answer_all(&content);
        let (screen, accepted) = (family.app.screen(), family.accepted(&content));
        check(&screen);
        let place = format!("seed {seed}: {:?}\n{}", family.file, text(&screen.body));
        let found = findings(&content.trial, &accepted);
        assert_eq!(in_groups(&content, &screen), found, "{place}");
        assert_eq!(in_the_teams_list(&content, &screen), found, "{place}");
        check_title(&screen, &found, &place);
        let open = !worth_asking(&content.trial, &accepted).is_empty();
        assert_eq!(actions(&screen).contains(&"continue"), open, "{place}");
        check_forecast(&content, &screen, &accepted, &place);
        assert!(!tells_the_birth(&family.file, &screen), "{place}");
        verdicts[Verdict::of(found) as usize] += 1;
    }
    assert!(verdicts.iter().all(|count| *count >= 20), "{verdicts:?}");
}

/// The findings by the groups that the criteria stand in.
fn in_groups(content: &Content, screen: &Screen) -> Vec<Finding> {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let groups = elements.iter().filter(|each| has_class(each, "group"));
    let mut shown = Vec::new();
    for group in groups {
        let mut inside = Vec::new();
        collect(&group.children, &mut inside);
        let finding = match inside.iter().find_map(|each| each.attribute("id")) {
            Some("fits") => Finding::Fits,
            Some("conflicts") => Finding::Conflicts,
            Some("open") => Finding::Open,
            Some("team") => Finding::Team,
            other => panic!("{other:?} is no group"),
        };
        let numbers = inside.iter().filter(|each| has_class(each, "number"));
        shown.extend(numbers.map(|number| (text(&number.children), finding)));
    }
    in_order(content, &shown)
}

/// The findings by the list for the study team.
fn in_the_teams_list(content: &Content, screen: &Screen) -> Vec<Finding> {
    let language = usize::from(screen.language == Language::En);
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let sheet = elements.iter().find(|each| has_class(each, "sheet"));
    let mut inside = Vec::new();
    collect(&sheet.expect("the sheet").children, &mut inside);
    let lines = inside.iter().filter(|each| each.tag == "li");
    let shown: Vec<_> = lines
        .filter(|line| has_class(line, "row"))
        .map(|line| {
            let id = cell(line, "number");
            let words = cell(line, "finding");
            let sign = SIGNS.iter().find(|(_, signs)| signs[language] == words);
            let (finding, signs) = sign.expect("a finding");
            let of_exclusion = ["看起来没有这种情况", "目前可能有这种情况"];
            if [Finding::Fits, Finding::Conflicts].contains(finding) {
                assert_eq!(
                    of_exclusion.contains(&signs[0]),
                    id.starts_with('E'),
                    "{id}"
                );
            }
            (id, *finding)
        })
        .collect();
    let ids: Vec<_> = shown.iter().map(|(id, _)| id.as_str()).collect();
    let registry = content.trial.criteria().iter().map(Criterion::id);
    assert!(registry.eq(ids), "registry order");
    in_order(content, &shown)
}

/// The text of the part of a row with this class.
fn cell(row: &Element, class: &str) -> String {
    let mut inside = Vec::new();
    collect(&row.children, &mut inside);
    let cell = inside.into_iter().find(|each| has_class(each, class));
    text(&cell.expect("a cell").children)
}

/// The findings in registry order; each criterion stands exactly once.
fn in_order(content: &Content, shown: &[(String, Finding)]) -> Vec<Finding> {
    let criteria = content.trial.criteria();
    assert_eq!(shown.len(), criteria.len(), "each once: {shown:?}");
    let finding = |id| shown.iter().find(|(each, _)| each == id);
    criteria
        .iter()
        .map(|criterion| finding(criterion.id()).expect("it is shown").1)
        .collect()
}

fn check_title(screen: &Screen, found: &[Finding], place: &str) {
    let conflicts = found.iter().filter(|each| **each == Finding::Conflicts);
    let titles = match (Verdict::of(found.iter().copied()), conflicts.count()) {
        (Verdict::FitsSoFar, _) => [
            "目前的回答里，没有和研究要求冲突的地方".to_owned(),
            "Nothing you told us rules this study out".to_owned(),
        ],
        (Verdict::Open, _) if screen.name == "result empty" => [
            "这项研究的全部条件".to_owned(),
            "All the points of this study".to_owned(),
        ],
        (Verdict::Open, _) => [
            "还有几项没有确定".to_owned(),
            "Some points are still open".to_owned(),
        ],
        (Verdict::DoesNotFit, 1) => [
            "有一项目前可能不符合".to_owned(),
            "One point may not fit now".to_owned(),
        ],
        (Verdict::DoesNotFit, count) => [
            format!("有 {count} 项目前可能不符合"),
            format!("{count} points may not fit now"),
        ],
    };
    let language = usize::from(screen.language == Language::En);
    let title = screen.heading.replace('\u{a0}', " ");
    assert!(title.starts_with(&titles[language]), "{title}: {place}");
}

/// Where time alone can change the verdict, the day is on the page.
fn check_forecast(content: &Content, screen: &Screen, accepted: &Accepted, place: &str) {
    let words = ["不符合的也许就符合了", "what may not fit now may fit"];
    let shown = text(&screen.body);
    let said = words.iter().any(|words| shown.contains(words));
    let change = forecast(&content.trial, accepted).may_change_on;
    assert_eq!(said, change.is_some(), "{place}");
    if let Some(day) = change {
        let year = day.year();
        let day = match screen.language {
            Language::ZhHans => format!("从{year}年{}月{}日起", u8::from(day.month()), day.day()),
            Language::En => format!("from {} {} {year}", day.day(), day.month()),
        };
        assert!(
            shown.replace('\u{a0}', " ").contains(&day),
            "{day}: {place}"
        );
    }
}

/// Whether a birth that is known to the month stands anywhere on the sheet.
fn tells_the_birth(file: &Map<String, Value>, screen: &Screen) -> bool {
    let Some(Value::String(birth)) = file.get("birth_date") else {
        return false;
    };
    let parts: Vec<&str> = birth.split('-').collect();
    let (Some(year), Some(month)) = (parts.first(), parts.get(1)) else {
        return false;
    };
    let number: u8 = month.parse().expect("a month");
    let name = prescreen::engine::Month::try_from(number).expect("a month");
    let own = |text: &Value| {
        // Another date may lie in the month of the birth; then the sheet may show it.
        text.as_str()
            .is_some_and(|text| text.starts_with(&format!("{year}-{month}")))
    };
    let others = file.iter().filter(|(key, _)| *key != "birth_date");
    if others.map(|(_, value)| value).any(own) {
        return false;
    }
    let shown = text(&screen.body).replace('\u{a0}', " ");
    let told = [
        format!("{year}年{number}月"),
        format!("{name} {year}"),
        birth.clone(),
    ];
    // The day of the check, and the registry's own dates, may lie in the month of a birth.
    let registry = [("2026", 11), ("2026", 1), ("2028", 10)];
    !registry.contains(&(*year, number)) && told.iter().any(|told| shown.contains(told))
}

fn actions(screen: &Screen) -> Vec<&str> {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    attribute_values(&elements, "data-action")
}

fn has_class(element: &Element, class: &str) -> bool {
    let classes = element.attribute("class").unwrap_or_default();
    classes.split(' ').any(|each| each == class)
}

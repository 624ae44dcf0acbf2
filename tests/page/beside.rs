//! What stands beside any result of the first trial, whatever the answers are, in both languages:
//! how early the study is, how small, whether it is open and since when that is not known, what
//! taking part is and is not, whom to call, and what else there is.

use crate::fixture::{day, first_trial};
use crate::screen::{check, text};
use prescreen::page::app::{App, Event};
use prescreen::page::content::Language;
use prescreen::page::paper::paper;
use prescreen::page::view::Screen;

/// What is said of the study on the first screen, on any result and on paper.
const OF_THE_STUDY: [[&str; 2]; 15] = [
    ["早期I期", "Early phase 1"],
    ["计划一共收 10 人", "10 in all"],
    [
        "只有一家医院：广西医科大学第一附属医院",
        "One hospital: First Affiliated Hospital of Guangxi Medical University",
    ],
    ["还没有开始招募", "Not yet recruiting"],
    ["2026年1月13日", "13 January 2026"],
    ["2026年1月5日", "5 January 2026"],
    ["首先看安全性", "It tests safety first."],
    ["有没有帮助还不知道", "Whether it helps is not known."],
    ["参加研究完全自愿", "Taking part is a free choice."],
    [
        "不参加，现在的治疗不受任何影响",
        "Saying no changes nothing in the care given now.",
    ],
    ["这不是报名", "This is not an application"],
    ["Yunyan He, PhD", "Yunyan He, PhD"],
    ["+86 13607868275", "+86 13607868275"],
    ["这是研究联系人本人的电话", "This is one person’s number"],
    ["医院用北京时间", "The hospital keeps Beijing time"],
];

/// What more is said beside any result.
const OF_THE_RESULT: [[&str; 2]; 18] = [
    [
        "费用、交通、住宿和补偿，登记信息里都没有写。",
        "The registry says nothing about cost, travel, a place to stay or payment.",
    ],
    ["哪些费用由研究出？", "What does the study pay for?"],
    [
        "交通费和住宿费有没有补助？",
        "Is there help with travel and lodging?",
    ],
    ["怎么治疗和补偿？", "who treats it and who pays?"],
    ["登记信息写着还没有开始招募", "not yet recruiting"],
    ["NCT04010877", "NCT04010877"],
    [
        "Multiple CAR-T Cell Therapy Targeting AML",
        "Multiple CAR-T Cell Therapy Targeting AML",
    ],
    ["I期、II期、状态不明", "Phase 1, Phase 2, Status not known"],
    ["NCT06835140", "NCT06835140"],
    [
        "CD123-CD16-NK Cells Immunotherapy for AML",
        "CD123-CD16-NK Cells Immunotherapy for AML",
    ],
    ["NCT05995041", "NCT05995041"],
    [
        "Universal CAR-T Cells Targeting AML",
        "Universal CAR-T Cells Targeting AML",
    ],
    ["I期、正在招募", "Phase 1, Recruiting"],
    ["按文字相似，列出了", "because their texts are alike"],
    ["没有人核对过", "Nobody has checked them"],
    ["可能不收儿童", "they may not take children"],
    ["不是入组结论", "It is not a decision."],
    ["对照日期：2026年11月22日", "Checked on 22 November 2026"],
];

/// The record is marked as possibly out of date.
const OLD: [&str; 2] = ["超过 90 天没有更新", "more than 90 days old"];

/// The planned end has passed.
const ENDED: [&str; 2] = [
    "登记的结束日期（2028年10月31日）已经过了",
    "The planned end, 31 October 2028, is over.",
];

/// Answers that end in each verdict, as they are sent one after the other.
const WAYS: [(&str, &[&str]); 3] = [
    ("有一项目前可能不符合", &["answer=4"]),
    ("这项研究的全部条件", &[]),
    (
        "目前的回答里，没有和研究要求冲突的地方",
        &[
            "answer=0",
            "answer=1",
            "year=2015 month=3 day=9",
            "answer=1",
            "answer=7",
            "answer=1",
            "answer=0",
            "answer=2",
            "answer=1",
            "answer=none",
            "answer=0",
            "answer=2",
            "answer=2",
            "answer=0",
            "answer=0",
        ],
    ),
];

fn start(today: &str) -> App {
    App::new(first_trial(), day(today), Language::ZhHans)
}

fn result(today: &str, sent: &[&str]) -> App {
    let mut app = start(today);
    app.handle(Event::Tap("continue".to_owned()));
    for form in sent {
        let pairs = form.split(' ').map(|pair| {
            let (name, value) = pair.split_once('=').expect("name=value");
            (name.to_owned(), value.to_owned())
        });
        app.handle(Event::Submit(pairs.collect()));
    }
    app.handle(Event::Tap("result".to_owned()));
    app
}

/// The screen in both languages, in the order of the tables.
fn screens(app: &App) -> [Screen; 2] {
    Language::ALL.map(|language| {
        let mut app = app.clone();
        app.handle(Event::Tap(format!("language:{}", language.tag())));
        check(&app.screen());
        app.screen()
    })
}

fn shown(screen: &Screen) -> String {
    text(&screen.body).replace('\u{a0}', " ")
}

fn says_all(app: &App, words: &[[&str; 2]]) {
    for (place, screen) in screens(app).iter().enumerate() {
        let shown = shown(screen);
        for each in words {
            assert!(shown.contains(each[place]), "{}: {shown}", each[place]);
        }
    }
}

/// Whether it is said, and that the two languages agree on it.
fn says(app: &App, words: [&str; 2]) -> bool {
    let [chinese, english] = screens(app).map(|screen| shown(&screen));
    let said = chinese.contains(words[0]);
    assert_eq!(said, english.contains(words[1]), "{words:?}");
    said
}

#[test]
fn all_that_is_to_be_said_stands_beside_each_verdict() {
    for (title, sent) in WAYS {
        let app = result("2026-11-22", sent);
        assert!(
            app.screen().heading.starts_with(title),
            "{}",
            app.screen().heading
        );
        says_all(&app, &OF_THE_STUDY);
        says_all(&app, &OF_THE_RESULT);
    }
}

#[test]
fn the_first_screen_says_what_the_study_is() {
    says_all(&start("2026-11-22"), &OF_THE_STUDY);
}

#[test]
fn the_paper_says_what_the_study_is() {
    let content = first_trial();
    for (place, language) in Language::ALL.into_iter().enumerate() {
        let shown = text(&paper(&content, language)).replace('\u{a0}', " ");
        for each in OF_THE_STUDY.iter().chain(&OF_THE_RESULT[..5]) {
            assert!(shown.contains(each[place]), "{}: {shown}", each[place]);
        }
    }
}

#[test]
fn the_record_is_marked_when_it_is_older_than_90_days() {
    for (today, marked) in [
        ("2026-01-13", false),
        ("2026-04-13", false),
        ("2026-04-14", true),
        ("2030-01-01", true),
    ] {
        for app in [
            start(today),
            result(today, &[]),
            result(today, &["answer=4"]),
        ] {
            assert_eq!(says(&app, OLD), marked, "{today}");
        }
    }
}

#[test]
fn after_the_planned_end_the_page_says_so() {
    for (today, passed) in [
        ("2026-11-22", false),
        ("2028-10-31", false),
        ("2028-11-01", true),
    ] {
        for app in [
            start(today),
            result(today, &[]),
            result(today, &["answer=4"]),
        ] {
            assert_eq!(says(&app, ENDED), passed, "{today}");
        }
    }
}

#[test]
fn the_contact_is_on_every_screen() {
    let contact = &OF_THE_STUDY[11..];
    says_all(&start("2026-01-12"), contact);
    let mut app = start("2026-11-22");
    for event in [
        "continue", "send", "wrong", "notice", "check", "result", "erase",
    ] {
        let form = |value: &str| vec![("answer".to_owned(), value.to_owned())];
        app.handle(match event {
            "send" => Event::Submit(form("0")),
            "wrong" => Event::Submit(Vec::new()),
            "notice" => Event::Submit(form("4")),
            tap => Event::Tap(tap.to_owned()),
        });
        says_all(&app, contact);
    }
}

#[test]
fn from_the_first_day_on_which_18_is_possible_the_limit_is_said() {
    // The birth, and until when the limit is met, if that is to be said on 22 November 2026.
    let cases: [(&str, Option<[&str; 2]>); 6] = [
        ("year=2008 month=11 day=23", None),
        (
            "year=2008 month=11 day=22",
            Some(["2027年11月21日", "21 November 2027"]),
        ),
        (
            "year=2008 month=11 day=unknown",
            Some(["2027年10月31日", "31 October 2027"]),
        ),
        (
            "year=2008 month=unknown day=unknown",
            Some(["2026年12月31日", "31 December 2026"]),
        ),
        ("year=2008 month=12 day=unknown", None),
        (
            "year=2007 month=11 day=23",
            Some(["2026年11月22日", "22 November 2026"]),
        ),
    ];
    for (birth, expected) in cases {
        let app = result("2026-11-22", &["answer=0", "answer=0", birth, "answer=1"]);
        let note = [
            "请研究团队确认年龄的要求",
            "ask the study team to confirm the age limit",
        ];
        assert_eq!(says(&app, note), expected.is_some(), "{birth}");
        if let Some([chinese, english]) = expected {
            let words = [
                format!("到{chinese}为止还符合"),
                format!("this fits until {english}"),
            ];
            says_all(&app, &[[&words[0], &words[1]]]);
        }
    }
}

//! The page in a browser: what a person does goes to the app as an event, and the screen that
//! follows is drawn.
//!
//! The phone's Back works through one entry of the history, without an address of its own: going
//! back from it is an event like a tap, after which the page steps forward onto it again. No entry
//! is ever added for a screen, because a host page can read how many there are.

use super::draw::{draw, name_build};
use super::focus::{focus_text, point_at, unfocus_text};
use super::form::{keep_exclusive, read as read_form};
use super::hand::Hand;
use super::hand_on::{HandOn, offer_what_is_there, paint_codes};
use crate::engine::{Date, Month};
use crate::page::app::{App, Effect, Event};
use crate::page::content::Language;
use crate::page::written::{Written, read as read_written};
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsCast, JsError, JsValue, wasm_bindgen};
use web_sys::{Document, Element, EventTarget, History, Window};

/// Starts the page in the element `root`: reads what the build wrote, tries the known cases, and
/// draws the first screen in place of the one that stood there.
///
/// `numbers` and `texts` are the two streams of [`crate::page::written`].
/// `language` is a tag such as `en`; any other than those of the page means its first language.
/// `clock` gives the device's own day as a number such as 20261122; it is asked at every event.
/// `hand` does what is done when a family hands something on.
///
/// # Errors
/// Content that cannot be read to its end, a known case that comes out otherwise, a day that does
/// not exist, and the document's own.
#[wasm_bindgen]
pub fn start(
    root: Element,
    numbers: &[u8],
    texts: &str,
    language: &str,
    clock: Function,
    hand: Hand,
) -> Result<(), JsValue> {
    let (content, known) = read(numbers, texts)?;
    if !known.hold(&content.trial) {
        return Err(JsError::new("the self-test failed: this browser computes otherwise").into());
    }
    let today = read_day(&clock)?;
    let language = Language::ALL.into_iter().find(|it| it.tag() == language);
    let app = App::new(content, today, language.unwrap_or(Language::ALL[0]));
    let page =
        Page::new(root, clock, hand, app).ok_or_else(|| JsError::new("the page has no window"))?;
    page.draw()?;
    Rc::new(page).listen()
}

/// How high the tallest question is, in CSS pixels, in an element as wide as `root`: what a frame
/// around the page should give it. Nothing of it is left in the document.
///
/// # Errors
/// Those of [`start`].
#[wasm_bindgen]
pub fn measure(
    root: &Element,
    numbers: &[u8],
    texts: &str,
    clock: &Function,
) -> Result<i32, JsValue> {
    let (content, _) = read(numbers, texts)?;
    let document = root.owner_document();
    let document = document.ok_or_else(|| JsError::new("the page has no document"))?;
    let mut tallest = 0;
    for screen in App::questions(&content, read_day(clock)?) {
        let place = document.create_element("div")?;
        place.set_attribute("class", "measured")?;
        draw(&document, &place, &screen.body)?;
        root.append_child(&place)?;
        tallest = tallest.max(place.scroll_height());
        place.remove();
    }
    Ok(tallest)
}

fn read(numbers: &[u8], texts: &str) -> Result<Written, JsValue> {
    read_written(numbers, texts).map_err(|_| JsError::new("the content cannot be read").into())
}

/// The day by the device's clock, which gives it as a number such as 20261122.
fn read_day(clock: &Function) -> Result<Date, JsValue> {
    let told = clock
        .call0(&JsValue::UNDEFINED)?
        .as_f64()
        .unwrap_or_default();
    // What does not fit becomes a number that is no day.
    #[expect(clippy::cast_possible_truncation)]
    let told = told as i32;
    let part = |number: i32| u8::try_from(number % 100).ok();
    let month = part(told / 100).and_then(|month| Month::try_from(month).ok());
    let day = month.zip(part(told));
    let day = day.and_then(|(month, day)| Date::from_calendar_date(told / 10_000, month, day).ok());
    day.ok_or_else(|| JsError::new("there is no such day").into())
}

/// The app and where it is drawn.
struct Page {
    root: Element,
    document: Document,
    window: Window,
    clock: Function,
    hand: Hand,
    app: RefCell<App>,
    /// Whether the page itself is going back to before its entry of the history.
    rewinding: Cell<bool>,
}

/// What a tap is looked for on. Sending a form is a tap too, and so is Enter in one: where the
/// sandbox allows no forms, a browser stops the form before it says that it was sent.
const TAPPED: &str = "[data-action],[data-focus],[data-form] [type=submit]";

/// What the page does when something happened in the browser.
type Reaction = fn(&Page, &web_sys::Event) -> Result<(), JsValue>;

impl Page {
    /// The document is reached from the element, not from a global that the page does not need.
    fn new(root: Element, clock: Function, hand: Hand, app: App) -> Option<Self> {
        let document = root.owner_document()?;
        let window = document.default_view()?;
        Some(Self {
            root,
            document,
            window,
            clock,
            hand,
            app: RefCell::new(app),
            rewinding: Cell::new(false),
        })
    }

    fn listen(self: Rc<Self>) -> Result<(), JsValue> {
        self.react(&self.root, "click", Self::clicked)?;
        self.react(&self.root, "change", |_, event| keep_exclusive(&at(event)?))?;
        self.react(&self.root, "focusout", |_, event| unfocus_text(&at(event)?))?;
        self.react(&self.window, "popstate", Self::went)?;
        // Not `visibilitychange`, which a tap on the phone number or a look at another app brings
        // too, and not `unload`, for which browsers give up keeping the page.
        self.react(&self.window, "pagehide", |page, _| page.left())?;
        self.react(&self.window, "pageshow", |page, _| page.returned())
    }

    /// What is shown goes first, and nothing is drawn: a browser may end the script of a page that
    /// is being left.
    fn left(&self) -> Result<(), JsValue> {
        self.root.set_text_content(None);
        self.document.set_title("");
        self.handle(Event::Left).map(drop)
    }

    /// A page that the browser had kept begins anew, without taking the focus.
    fn returned(&self) -> Result<(), JsValue> {
        if self.root.has_child_nodes() {
            return Ok(());
        }
        self.draw().map(drop)
    }

    /// The browser owns the listener from here on and frees it with what it listens to.
    fn react(
        self: &Rc<Self>,
        to: &EventTarget,
        name: &str,
        reaction: Reaction,
    ) -> Result<(), JsValue> {
        let page = Rc::clone(self);
        let listener: Closure<dyn Fn(web_sys::Event) -> Result<(), JsValue>> =
            Closure::new(move |event| reaction(&page, &event));
        to.add_event_listener_with_callback(name, listener.into_js_value().unchecked_ref())
    }

    fn clicked(&self, event: &web_sys::Event) -> Result<(), JsValue> {
        let Some(tapped) = at(event)?.closest(TAPPED)? else {
            return Ok(());
        };
        if let Some(id) = tapped.get_attribute("data-focus") {
            return point_at(&self.document, &id);
        }
        if let Some(action) = tapped.get_attribute("data-action") {
            self.keep_choice()?;
            return self.tell(Event::Tap(action), &tapped);
        }
        event.prevent_default();
        let form = tapped.closest("form")?;
        let sent = form.map_or(Ok(Vec::new()), |form| read_form(&form));
        self.tell(Event::Submit(sent?), &tapped)
    }

    /// What is chosen and not sent would be lost with the form.
    fn keep_choice(&self) -> Result<(), JsValue> {
        if let Some(form) = self.root.query_selector("[data-form]")? {
            self.app.borrow_mut().handle(Event::Pick(read_form(&form)?));
        }
        Ok(())
    }

    /// The history went somewhere: back, if it is not at the page's own entry.
    fn went(&self, _: &web_sys::Event) -> Result<(), JsValue> {
        if self.is_at_own_entry()? {
            return Ok(());
        }
        if self.rewinding.take() {
            // Someone went on before the history had gone back: there is something to go back to again.
            return if self.app.borrow().is_at_start() {
                Ok(())
            } else {
                self.history()?.forward()
            };
        }
        self.keep_choice()?;
        let effect = self.handle(Event::Back)?;
        // Where another Back would leave the page, it needs no entry, and should not cost one.
        if effect == Effect::Show && !self.app.borrow().is_at_start() {
            // Not a new entry: Chromium skips one that was added without a tap, so that a second
            // Back would leave the page.
            self.history()?.forward()?;
        }
        self.follow(effect, &self.root)
    }

    fn tell(&self, event: Event, tapped: &Element) -> Result<(), JsValue> {
        let effect = self.handle(event)?;
        self.follow(effect, tapped)
    }

    fn handle(&self, event: Event) -> Result<Effect, JsValue> {
        let today = read_day(&self.clock)?;
        Ok(self.app.borrow_mut().handle_on(today, event))
    }

    fn follow(&self, effect: Effect, tapped: &Element) -> Result<(), JsValue> {
        match effect {
            Effect::Show => {
                self.show()?;
                self.rewind()
            }
            Effect::Stay => Ok(()),
            Effect::Leave => self.history()?.back(),
            Effect::Copy => self.hand_on(tapped).copy(),
            Effect::Picture => self.hand_on(tapped).picture(&self.app.borrow()),
            Effect::Save => self.hand_on(tapped).save(),
            // A refusal to print costs nothing but the print.
            Effect::Print => {
                self.window.print().unwrap_or_default();
                Ok(())
            }
            Effect::Forward => {
                if !self.is_at_own_entry()? {
                    self.history()?.push_state(&JsValue::from(1), "")?;
                }
                self.show()
            }
        }
    }

    /// At the first screen again, after erasing, the phone's Back should leave at once.
    fn rewind(&self) -> Result<(), JsValue> {
        if self.app.borrow().is_at_start() && self.is_at_own_entry()? {
            self.rewinding.set(true);
            self.history()?.back()?;
        }
        Ok(())
    }

    fn history(&self) -> Result<History, JsValue> {
        self.window.history()
    }

    fn is_at_own_entry(&self) -> Result<bool, JsValue> {
        Ok(self.history()?.state()?.is_truthy())
    }

    /// Draws the screen, and takes the person to where it begins.
    fn show(&self) -> Result<(), JsValue> {
        let id = self.draw()?;
        self.document
            .get_element_by_id(id)
            .map_or(Ok(()), |element| focus_text(&element))
    }

    fn hand_on<'page>(&'page self, tapped: &'page Element) -> HandOn<'page> {
        HandOn {
            hand: &self.hand,
            document: &self.document,
            window: &self.window,
            tapped,
        }
    }

    /// Draws the screen from its top and says the id of what takes the focus. The first screen
    /// takes none: it would be drawn out of the host page, where the person may be reading.
    fn draw(&self) -> Result<&'static str, JsValue> {
        let screen = self.app.borrow().screen();
        self.document.set_title(&screen.title);
        if let Some(html) = self.document.document_element() {
            html.set_attribute("lang", screen.language.tag())?;
        }
        self.root.set_text_content(None);
        draw(&self.document, &self.root, &screen.body)?;
        name_build(&self.document, &self.root)?;
        paint_codes(&self.hand, &self.root)?;
        offer_what_is_there(&self.root)?;
        self.window.scroll_to_with_x_and_y(0.0, 0.0);
        Ok(screen.focus)
    }
}

/// The element at which an event happened.
fn at(event: &web_sys::Event) -> Result<Element, JsValue> {
    let target = event.target().map(JsCast::unchecked_into);
    Ok(target.ok_or_else(|| JsError::new("an event happened nowhere"))?)
}

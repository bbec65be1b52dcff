//! The parts of the sheets of an encounter: what each audience reads on its own.

use serde::Serialize;

use crate::programme::{Attendance, Audience, Encounter, EncounterPart, MarkedText, Meaningful, Notes, RichText};
use crate::view::context::Context;
use crate::view::parts::resources::{ResourceLine, resources};

/// A heading of a sheet with what is below it.
#[derive(Debug, Serialize)]
pub struct SheetPart {
    pub heading: String,
    pub paragraphs: Vec<SheetLine>,
    pub list: Vec<MarkedText>,
    /// True if pupils tick the list off.
    pub ticks: bool,
    pub resources: Vec<ResourceLine>,
    /// True if it is next to another such part.
    pub is_half: bool,
    /// Questions with lines to write on.
    pub spaces: Vec<WritingSpace>,
}

/// A paragraph, which may begin with what it is about.
#[derive(Debug, Serialize)]
pub struct SheetLine {
    pub label: Option<String>,
    pub text: MarkedText,
}

#[derive(Debug, Serialize)]
pub struct WritingSpace {
    pub prompt: MarkedText,
    /// A number for each line.
    pub lines: Vec<usize>,
}

/// What the sheets of an encounter are made of.
#[derive(Clone, Copy)]
pub(crate) struct SheetSource<'s, 'a> {
    pub encounter: Encounter<'a>,
    pub says: &'a Meaningful,
    pub context: &'s Context<'a>,
}

impl SheetSource<'_, '_> {
    fn text(&self, key: &str) -> String {
        self.context.language.text(key).to_owned()
    }

    fn part(&self, heading: &str) -> SheetPart {
        SheetPart {
            heading: self.text(heading),
            paragraphs: Vec::new(),
            list: Vec::new(),
            ticks: false,
            resources: Vec::new(),
            is_half: false,
            spaces: Vec::new(),
        }
    }

    fn half(&self, heading: &str) -> SheetPart {
        SheetPart { is_half: true, ..self.part(heading) }
    }

    fn labelled(&self, label: &str, text: Option<&RichText>) -> Option<SheetLine> {
        Some(SheetLine { label: Some(self.text(label)), text: text?.marked() })
    }

    /// Roles, in one line. They may have commas of their own.
    fn people(&self, label: &str) -> Option<SheetLine> {
        let text = MarkedText::from(self.says.people.join(self.context.language.text("list_semicolon")));
        (!self.says.people.is_empty()).then(|| SheetLine { label: Some(self.text(label)), text })
    }

    fn purpose(&self) -> SheetPart {
        SheetPart { paragraphs: plain(self.says.purpose.as_ref()), ..self.part("sheet_purpose") }
    }

    fn outcomes(&self) -> SheetPart {
        SheetPart { list: marked(&self.says.outcomes), ..self.half("sheet_outcomes") }
    }

    /// What the event tells an audience or, if it has no such note, the activity that it carries out. Staff get both: no
    /// other page has their notes.
    fn notes(&self, audience: Audience) -> Vec<SheetLine> {
        let own: Vec<&Notes> = match self.encounter {
            Encounter::Event(event) => {
                let activities = self.context.activity_events.activities_of(event);
                std::iter::once(&event.notes).chain(activities.iter().map(|activity| &activity.notes)).collect()
            }
            Encounter::Activity(activity) => vec![&activity.notes],
        };
        let shown = if audience == Audience::Staff { usize::MAX } else { 1 };
        let mut notes: Vec<&RichText> = own.into_iter().filter_map(|notes| notes.to(audience)).take(shown).collect();
        notes.dedup();
        notes.into_iter().flat_map(|note| plain(Some(note))).collect()
    }

    /// True if pupils get a line less for each answer, so that their sheet fits on one side. Judged by the lines it takes.
    fn is_long(&self) -> bool {
        const LETTERS_IN_LINE: usize = 80;
        const MAX_LINES: usize = 20;
        let says = self.says;
        let one = [&says.purpose, &says.task, &says.feedback].into_iter().flatten();
        let all = one.chain(&says.outcomes).chain(&says.reflection).chain(&says.before);
        let lines = all.map(|text| text.chars().count().div_ceil(LETTERS_IN_LINE)).sum::<usize>();
        lines + says.reflection.len() > MAX_LINES
    }

    fn needs(&self) -> Option<&RichText> {
        match self.encounter {
            Encounter::Event(event) => event.needs.as_ref(),
            Encounter::Activity(activity) => activity.needs.as_ref(),
        }
    }

    fn resources(&self) -> Vec<ResourceLine> {
        match self.encounter {
            Encounter::Event(event) => {
                let activities = self.context.activity_events.activities_of(event);
                activities.iter().flat_map(|activity| resources(&activity.resources)).collect()
            }
            Encounter::Activity(activity) => resources(&activity.resources),
        }
    }

    /// What the law asks a provider to cover, if it binds the school and the encounter is to count.
    fn law(&self) -> Option<SheetPart> {
        let bound = self.context.programme.bound();
        let duty = &self.context.facts.provider_access;
        let is_bound = bound.secondary && duty.kinds.iter().any(|kind| kind == bound.kind);
        let asked = || EncounterPart::ALL.iter().map(|part| self.text(covered(*part)));
        (is_bound && self.encounter.is_with_qualifying_provider(duty))
            .then(|| SheetPart { list: asked().map(MarkedText::from).collect(), ..self.half("sheet_law") })
    }
}

/// The message key of what a provider covers.
fn covered(part: EncounterPart) -> &'static str {
    match part {
        EncounterPart::Provider => "provider_covers_provider",
        EncounterPart::Careers => "provider_covers_careers",
        EncounterPart::Learning => "provider_covers_learning",
        EncounterPart::Questions => "provider_covers_questions",
    }
}

/// Space to write below a question.
fn space(prompt: MarkedText, lines: usize) -> WritingSpace {
    WritingSpace { prompt, lines: (1..=lines).collect() }
}

fn plain(text: Option<&RichText>) -> Vec<SheetLine> {
    text.map(|text| SheetLine { label: None, text: text.marked() }).into_iter().collect()
}

fn marked(texts: &[RichText]) -> Vec<MarkedText> {
    texts.iter().map(RichText::marked).collect()
}

/// The sheet on which pupils write.
pub(crate) fn for_pupils(source: SheetSource<'_, '_>) -> Vec<SheetPart> {
    let says = source.says;
    let lines = if source.is_long() { 1 } else { 2 };
    let before = SheetPart {
        list: marked(&says.before),
        paragraphs: source.notes(Audience::Pupils),
        spaces: vec![space(source.text("sheet_questions").into(), 2)],
        ..source.part("sheet_before")
    };
    let during = [source.people("sheet_you_meet"), source.labelled("sheet_task", says.task.as_ref())];
    let during = SheetPart {
        paragraphs: during.into_iter().flatten().collect(),
        spaces: vec![space(source.text("sheet_found_out").into(), 3)],
        ..source.part("sheet_during")
    };
    let after = SheetPart {
        paragraphs: source.labelled("sheet_feedback", says.feedback.as_ref()).into_iter().collect(),
        spaces: says.reflection.iter().map(|question| space(question.marked(), lines)).collect(),
        ..source.part("sheet_after")
    };
    let outcomes = SheetPart { list: marked(&says.outcomes), ticks: true, ..source.part("sheet_tick") };
    written(vec![source.purpose(), before, during, after, outcomes])
}

/// The brief for an employer or a provider.
pub(crate) fn for_employers(source: SheetSource<'_, '_>) -> Vec<SheetPart> {
    let says = source.says;
    let asks = [
        source.labelled("sheet_talk", says.two_way.as_ref()),
        source.people("sheet_they_meet"),
        source.labelled("sheet_task", says.task.as_ref()),
        source.labelled("sheet_feedback", says.feedback.as_ref()),
        source.labelled("wanted", source.needs()),
    ];
    let notes = source.notes(Audience::Employers);
    let asks =
        SheetPart { paragraphs: asks.into_iter().flatten().chain(notes).collect(), ..source.part("sheet_we_ask") };
    let before = SheetPart { list: marked(&says.before), ..source.half("sheet_they_prepare") };
    let after = SheetPart { list: marked(&says.reflection), ..source.half("sheet_they_look_back") };
    let arrival = SheetPart { paragraphs: plain(arrival(source)), ..source.half("sheet_arrival") };
    let law = source.law();
    let parts = [source.purpose(), source.outcomes(), before, asks].into_iter().chain(law);
    written(parts.chain([after, arrival]).collect())
}

/// What visitors do when they arrive, if they come to the school.
fn arrival<'a>(source: SheetSource<'_, 'a>) -> Option<&'a RichText> {
    let access = source.context.programme.provider_access.as_ref()?;
    access.safeguarding.as_ref().filter(|_| source.encounter.is_at_school())
}

/// The note for the member of staff who is there.
pub(crate) fn for_staff(source: SheetSource<'_, '_>) -> Vec<SheetPart> {
    let says = source.says;
    let prepare = SheetPart { list: marked(&says.before), ..source.half("sheet_they_prepare") };
    let materials = SheetPart { resources: source.resources(), ..source.half("materials") };
    let during = [
        source.labelled("sheet_talk", says.two_way.as_ref()),
        source.people("sheet_they_meet"),
        source.labelled("sheet_task", says.task.as_ref()),
        source.labelled("sheet_feedback", says.feedback.as_ref()),
    ];
    let notes = source.notes(Audience::Staff);
    let during = SheetPart {
        paragraphs: notes.into_iter().chain(during.into_iter().flatten()).collect(),
        ..source.part("your_part")
    };
    let after = SheetPart { list: marked(&says.reflection), ..source.half("sheet_they_look_back") };
    let (catch_up, attendance) = match source.encounter {
        Encounter::Event(event) => (event.catch_up.as_ref(), event.attendance),
        Encounter::Activity(activity) => (None, activity.attendance),
    };
    let record = SheetLine { label: None, text: source.text("sheet_record_who").into() };
    let everyone = (attendance == Some(Attendance::Everyone))
        .then(|| SheetLine { label: None, text: source.text("everyone_takes_part").into() });
    let away = source.labelled("sheet_away", catch_up);
    let record = SheetPart {
        paragraphs: [record].into_iter().chain(everyone).chain(away).collect(),
        ..source.half("sheet_record")
    };
    written(vec![source.purpose(), source.outcomes(), prepare, during, after, record, materials])
}

/// The parts that say something.
fn written(parts: Vec<SheetPart>) -> Vec<SheetPart> {
    let says = |part: &SheetPart| {
        !(part.paragraphs.is_empty() && part.list.is_empty() && part.spaces.is_empty() && part.resources.is_empty())
    };
    parts.into_iter().filter(says).collect()
}

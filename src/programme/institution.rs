//! The institution: `school.yaml`.

use super::accessibility::Accessibility;
use super::areas::{Area, AreasData};
use super::disclosure::thresholds::SmallNumbers;
use super::format::{
    Clock, Colour, Email, InexactDate, LabelledTexts, Link, Located, Phone, Text, Verbatim, record, string_enum,
};
use super::groups::GroupEntry;
use super::host::Host;
use super::subjects::{SubjectEntry, TaughtSubject};
use super::words::{Words, WordsData};
use super::year::YearData;
use crate::framework::KindFacts;
use crate::report::Place;

string_enum! {
    /// The kind of institution. It decides the legal duties, the wording of the benchmarks and the default words.
    pub enum Kind {
        MaintainedSchool "maintained-school",
        Academy "academy",
        FreeSchool "free-school",
        Utc "utc" as "University technical college (UTC)",
        StudioSchool "studio-school",
        SixteenToNineteenAcademy "academy-16-to-19" as "16 to 19 academy",
        SpecialSchool "special-school",
        SpecialAcademy "special-academy",
        NonMaintainedSpecialSchool "non-maintained-special-school" as "Non-maintained special school",
        HospitalSchool "hospital-school",
        PupilReferralUnit "pupil-referral-unit",
        ApAcademy "ap-academy" as "Alternative provision (AP) academy",
        MiddleSchool "middle-school",
        AllThroughSchool "all-through-school" as "All-through school",
        SixthFormCollege "sixth-form-college" as "Sixth-form college",
        FeCollege "fe-college" as "Further education (FE) college",
        SpecialistCollege "specialist-college",
        TrainingProvider "training-provider",
        IndependentSchool "independent-school",
    }
}

record! {
    /// The school, college or provider.
    pub struct SchoolData {
        /// The name of the school, college or provider.
        required name: Text = "Ridgeway School";
        /// A shorter name, for where space is short.
        optional short_name: Text;
        /// The kind of institution. It decides the legal duties, the wording of the benchmarks and the default words.
        required kind: Kind = "academy";
        /// Whether the council maintains it: yes, or no for an academy. Only for middle and all-through schools.
        optional maintained: bool as "Maintained by the council";
        /// A motto or one line about the careers programme.
        optional tagline: Text, prose;
        /// The postal address.
        optional address: Text, long => "Contact details";
        /// The main telephone number.
        optional phone: Phone => "Contact details";
        /// The main e-mail address.
        optional email: Email => "Contact details";
        /// The main website.
        optional website: Link => "Contact details";
        /// The address where this careers site will be published. Only calendars, feeds and link previews need it.
        optional web_address: Link as "Address of this site" => "How the site looks";
        /// Where this careers site is hosted. The site then brings the settings that the host reads, with rules that protect readers.
        optional host: Located<Host> as "Web host" => "How the site looks";
        /// The unique reference number.
        optional urn: Text as "Unique reference number" => "Who it belongs to";
        /// The trust.
        optional trust: Text => "Who it belongs to";
        /// The local authority.
        optional local_authority: Text => "Who it belongs to";
        /// The careers hub.
        optional careers_hub: Text => "Who it belongs to";
        /// The school's colour. Fingerpost adjusts it so that text and links are readable.
        optional colour: Colour => "How the site looks";
        /// The logo, a picture in media/.
        optional logo: Located<Verbatim>, pictures => "How the site looks";
        /// The language of the content and the rest of the site, such as en-GB, cy or ur.
        optional language: Located<Text> => "Your words";
        /// What you call your pupils, parents, staff and groups.
        optional words: WordsData => "Your words";
        /// The academic year and its terms.
        required year: YearData = "(see the example site)";
        /// When lessons begin and end. Encounters with providers count within these hours.
        optional school_day: SchoolDay;
        /// The year groups, pathways or course areas of the programme, in order.
        list groups: GroupEntry;
        /// The subjects you teach, with `years:` or `groups:` if not in all, and with the `champion:` for careers in each. Each
        /// should be linked to careers every year (Benchmark 4).
        list subjects: SubjectEntry;
        /// The areas of learning that activities and learning outcomes name: `cdi` for those of the Career Development Framework, or a list
        /// of your own areas or strands. What they are called is in `words`.
        optional areas: AreasData;
        /// Facts about the school in a few words, such as “Sites: Ash Road and Mill Lane”. They are on the home page.
        optional facts: LabelledTexts => "Facts and awards";
        /// What is published about the programme itself.
        optional publish: Publish => "What is published";
        /// When the information and the programme are reviewed.
        optional reviews: Reviews => "Reviews";
        /// The smallest numbers of answers and leavers for which figures are published.
        optional small_numbers: SmallNumbers => "What is published";
        /// Short forms and what they stand for, such as UCAS.
        optional abbreviations: LabelledTexts => "Your words";
        /// Awards held by the careers programme.
        list awards: Award => "Facts and awards";
        /// Facts for the accessibility statement.
        optional accessibility: Accessibility as "Accessibility statement" => "Accessibility statement";
    }
}

impl SchoolData {
    /// True unless the school keeps its results to itself.
    pub fn publishes_results(&self) -> bool {
        self.publish.as_ref().and_then(|publish| publish.results) != Some(false)
    }

    /// True unless the school keeps the evidence page to itself.
    pub fn publishes_evidence(&self) -> bool {
        self.publish.as_ref().and_then(|publish| publish.evidence) != Some(false)
    }
}

record! {
    /// The hours of a school day.
    pub struct SchoolDay {
        /// When it begins.
        required starts: Located<Clock> = "08:40";
        /// When it ends.
        required ends: Located<Clock> = "15:10";
    }
}

record! {
    /// When the information and the programme are reviewed. The law requires the date of the next review.
    pub struct Reviews {
        /// When the published information is next reviewed: a day, a month, a term or a year.
        optional next_review: Located<InexactDate>;
        /// When it was last updated.
        optional last_updated: Located<InexactDate>;
        /// When the whole programme was last evaluated.
        optional programme_evaluated: Located<InexactDate>;
        /// When the programme itself is next reviewed.
        optional programme_next_review: Located<InexactDate>;
        /// The role that is responsible for reviews.
        optional owner: Text;
    }
}

record! {
    /// What is published about the programme itself. The pages are, if you leave this out.
    pub struct Publish {
        /// The page that lists what law and benchmarks ask for, and where the site shows it.
        optional evidence: bool;
        /// The pages with results: benchmarks, feedback, destinations.
        optional results: bool;
        /// The next steps towards the benchmarks, on the page of benchmark results. They are left out unless you write yes.
        optional next_steps: bool;
    }
}

record! {
    /// An award of the careers programme.
    pub struct Award {
        /// Its name.
        required name: Text = "Quality in Careers Standard";
        /// The level reached.
        optional level: Text;
        /// When it expires.
        optional until: Located<InexactDate>;
        /// A web page about it.
        optional link: Link;
    }
}

#[derive(Clone, Debug)]
pub struct Institution {
    pub place: Place,
    pub name: String,
    /// The short name, or the full one.
    pub short_name: String,
    pub kind: Kind,
    /// What the data files say about its kind.
    pub(crate) kind_facts: KindFacts,
    /// The school's words for its people, for findings. Pages use words in their own language.
    pub words: Words,
    /// The areas of learning, in order; empty if it has none.
    pub areas: Vec<Area>,
    /// The subjects, in order; empty if it lists none.
    pub subjects: Vec<TaughtSubject>,
    /// The other keys of `school.yaml`.
    pub details: SchoolData,
}

impl Institution {
    pub fn new(
        details: SchoolData,
        (areas, subjects): (Vec<Area>, Vec<TaughtSubject>),
        kind_facts: &KindFacts,
    ) -> Self {
        Self {
            place: details.at.clone(),
            name: details.name.clone(),
            short_name: details.short_name.clone().unwrap_or_else(|| details.name.clone()),
            kind: details.kind,
            kind_facts: kind_facts.clone(),
            words: Words::chosen(details.words.as_ref(), &kind_facts.words),
            areas,
            subjects,
            details,
        }
    }

    /// The tag of the site's language, such as `en-GB`.
    pub fn language_tag(&self) -> &str {
        self.details.language.as_ref().map_or("en", |language| &language.value)
    }
}

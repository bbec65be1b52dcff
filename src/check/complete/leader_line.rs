//! The team page does not show how the careers leader reaches the senior leadership team. Careers leaders need the support
//! of the school's leaders, and regular access to them (Gatsby Foundation, on careers leaders in schools and colleges).
//! Governors and hubs ask who answers to whom. Some reach the team because they are in it: a headteacher, the senior leader
//! for careers, and anybody with `senior-leader: yes`.
//!
//! Wrong:
//!
//! ```yaml
//! people:
//!   - role: careers-leader
//!     name: Ms Nadia Thornwick
//! ```
//!
//! Right:
//!
//! ```yaml
//! people:
//!   - role: careers-leader
//!     name: Ms Nadia Thornwick
//!     reports-to: senior-leader-link
//!   - role: senior-leader-link
//!     name: Mr Kwame Underhill-Mensah
//! ```

use crate::check::RuleInput;
use crate::programme::{Person, Role, Team, has_duties};
use crate::report::{Advice, Code, Findings, Severity, Subject};

pub(super) const CODE: Code = Code::new("leader-line");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let team = &input.programme.team;
    let leadership = &input.facts.leadership;
    let is_senior = |person: &Person| person.is_senior.unwrap_or_else(|| leadership.is_senior(person.title()));
    let reaches = |index: usize| team.lines.upwards(index).any(|at| team.everybody().nth(at).is_some_and(is_senior));
    let leaders = team.everybody().enumerate().filter(|(_, person)| person.role == Role::CareersLeader);
    let Some((index, leader)) = leaders.into_iter().find(|(index, _)| !reaches(*index)) else { return };
    // The one at the end of the line is the one about whom nothing more is said.
    let last = team.lines.upwards(index).last().and_then(|at| team.everybody().nth(at)).unwrap_or(leader);
    // Institutions without duties get the same finding with a lower severity.
    let has_duties = has_duties(input.programme, input.facts);
    let advice = Advice {
        code: CODE,
        severity: if has_duties { Severity::Should } else { Severity::Could },
        message: format!("the team page does not show how {} reaches the senior leadership team", leader.name()),
        help: format!("{} {}", help(last, team, is_senior), leadership.line.from.cited()),
    };
    findings.advise_needing(advice, last.at.clone(), [Subject::key(&last.at, "reports-to")]);
}

fn help(last: &Person, team: &Team, is_senior: impl Fn(&Person) -> bool) -> String {
    let name = last.name();
    match team.everybody().find(|person| is_senior(person)) {
        Some(senior) => format!(
            "Write whom {name} answers to, such as `reports-to: {}`. If {name} is in that team, write `senior-leader: yes`.",
            senior.given_name.as_deref().unwrap_or(senior.role.as_str())
        ),
        None => format!(
            "Add the senior leader for careers or the headteacher to team.yaml, and write `reports-to: senior-leader-link` \
             for {name}. If {name} is in that team, write `senior-leader: yes`."
        ),
    }
}

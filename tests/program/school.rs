//! The two files that every site needs, of a small independent school.

pub(crate) const SCHOOL: &str = "\
name: Ridgeway School
kind: independent-school
year:
  label: 2026-27
  starts: 2026-09-01
  terms:
    - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }
groups: [Year 7, Year 8]
accessibility: { contact: Tell the school office. }
";
pub(crate) const TEAM: &str = "\
people:
  - role: careers-leader
    name: Priya Venn
    email: careers@ridgeway.example
";

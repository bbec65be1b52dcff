use fingerpost::*;
fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let facts = framework::Facts::load().unwrap();
    let found = read::read(folder.as_str().into(), None);
    let mut f = found.findings;
    let p = programme::programme(&found.value, &facts);
    f.append(p.findings);
    for x in f.sorted() { print!("{}", report::print::finding(&x, report::print::Format::Full, 110)); }
    if let Some(p) = p.value { println!("{} events {} activities {} plans", p.events.len(), p.activities.len(), p.plans.len()); }
}

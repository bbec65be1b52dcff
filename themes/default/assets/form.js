// What search.js and filter.js share. A form that needs scripts waits in a template, so that without
// them nothing dead is shown. What visitors choose is remembered in the address and nowhere else.

// Puts the form on the page, filled from the address. `changed` gets its values, now and whenever
// they change.
function openForm(changed) {
  const template = document.getElementById("form");
  const form = template.content.querySelector("form");
  const choices = [...form.querySelectorAll("select")];
  const all = form.querySelector("a");
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (asked.has(field.name)) field.value = asked.get(field.name);
    // What is not among the choices chooses nothing.
    if (field.selectedIndex < 0) field.selectedIndex = 0;
  }
  const tell = () => {
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    const query = (names) => `?${new URLSearchParams(names.map((name) => [name, values[name]]))}`;
    const given = Object.keys(values).filter((name) => values[name]);
    history.replaceState(null, "", (given.length ? query(given) : location.pathname) + location.hash);
    all.hidden = !choices.some((choice) => choice.value);
    all.href = query(given.filter((name) => !choices.some((choice) => choice.name === name)));
    changed(values);
  };
  let pause;
  form.addEventListener("input", (event) => {
    clearTimeout(pause);
    // Whoever types is not interrupted.
    pause = setTimeout(tell, event.target.type === "search" ? 400 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    tell();
  });
  template.replaceWith(form);
  tell();
  return form;
}

// How many, in the words of the template: `data-one`, `data-other` or whatever else the language
// counts by, and `data-none`. `{n}` stands for the number, other names for `values`.
function count(words, number, values) {
  const language = document.documentElement.lang;
  const form = number ? new Intl.PluralRules(language).select(number) : "none";
  const all = { ...values, n: number.toLocaleString(language) };
  return (words[form] ?? words.other).replace(/\{(\w+)\}/g, (_, name) => all[name]);
}

// True if what is for some (words with spaces between; none for all) is for the one that is wanted.
const isFor = (some, wanted) => !some || !wanted || some.split(" ").includes(wanted);

// Shared by search.js and filter.js. The form needs scripts, so it waits in a <template>: without
// scripts no dead form is shown. The visitor's choices are kept in the address and nowhere else.

// Puts the form on the page, filled in from the address. Calls `onChange` with the form's values, now
// and whenever they change.
function openForm(onChange) {
  const template = document.getElementById("form");
  const form = template.content.querySelector("form");
  const selects = [...form.querySelectorAll("select")];
  const showAll = form.querySelector("a");
  const query = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (query.has(field.name)) field.value = query.get(field.name);
    // A value that is not one of the options selects nothing: fall back to the first option.
    if (field.selectedIndex < 0) field.selectedIndex = 0;
  }
  const update = () => {
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    const queryOf = (names) => `?${new URLSearchParams(names.map((name) => [name, values[name]]))}`;
    const filled = Object.keys(values).filter((name) => values[name]);
    history.replaceState(null, "", (filled.length ? queryOf(filled) : location.pathname) + location.hash);
    showAll.hidden = !selects.some((select) => select.value);
    showAll.href = queryOf(filled.filter((name) => !selects.some((select) => select.name === name)));
    onChange(values);
  };
  let timer;
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    // Wait until the visitor stops typing.
    timer = setTimeout(update, event.target.type === "search" ? 400 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    update();
  });
  template.replaceWith(form);
  update();
  return form;
}

// Fills in the message for a count. `messages` are the element's data attributes: one for each plural
// category of the language (`data-one`, `data-other` …) and `data-none` for zero. `{n}` is replaced
// with the number, other placeholders with `values`.
function countMessage(messages, number, values) {
  const language = document.documentElement.lang;
  const category = number ? new Intl.PluralRules(language).select(number) : "none";
  const all = { ...values, n: number.toLocaleString(language) };
  return (messages[category] ?? messages.other).replace(/\{(\w+)\}/g, (_, name) => all[name]);
}

// True if `wanted` is one of the space-separated `words`. No words match everything; so does no `wanted`.
const matches = (words, wanted) => !words || !wanted || words.split(" ").includes(wanted);

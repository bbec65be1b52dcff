// Shows only the events for the chosen audience and group. Without this script all events are shown.
const events = [...document.querySelectorAll(".filtered-events li")];
const months = [...document.querySelectorAll(".filtered-events section")];
const otherList = document.querySelector("[data-other-list]");
const statusMessage = document.querySelector("[role=status]");

openForm((values) => {
  for (const event of events) {
    event.hidden = !matches(event.dataset.audiences, values.for) || !matches(event.dataset.groups, values.group);
  }
  const isFiltered = Boolean(values.for || values.group);
  // A choice opens the months that are folded, and their counts are of all events.
  if (isFiltered) for (const fold of document.querySelectorAll(".filtered-events details")) fold.open = true;
  for (const count of document.querySelectorAll(".filtered-events summary small")) count.hidden = isFiltered;
  for (const month of months) month.hidden = !month.querySelector("li:not([hidden])");
  const shown = events.filter((event) => !event.hidden).length;
  // The link between past and future events keeps the choice.
  if (otherList) otherList.search = location.search;
  statusMessage.textContent = isFiltered ? countMessage(statusMessage.dataset, shown, { all: events.length }) : "";
});

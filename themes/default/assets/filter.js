// Shows the events of an audience and a group alone. Without it all are shown.
const events = [...document.querySelectorAll(".filtered li")];
const months = [...document.querySelectorAll(".filtered section")];
const other = document.querySelector("[data-other]");
const told = document.querySelector("[role=status]");

openForm((wanted) => {
  for (const event of events) {
    event.hidden = !isFor(event.dataset.for, wanted.for) || !isFor(event.dataset.groups, wanted.group);
  }
  for (const month of months) month.hidden = !month.querySelector("li:not([hidden])");
  const left = events.filter((event) => !event.hidden).length;
  // Who goes on to past events, or back, need not choose again.
  if (other) other.search = location.search;
  const isChosen = wanted.for || wanted.group;
  told.textContent = isChosen ? count(told.dataset, left, { all: events.length }) : "";
});

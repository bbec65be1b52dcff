// Shows the events of an audience and a group alone. Without it all are shown.
const events = [...document.querySelectorAll(".filtered li")];
const months = [...document.querySelectorAll(".filtered section")];
const told = document.querySelector("[role=status]");

openForm((wanted) => {
  for (const event of events) {
    event.hidden = !isFor(event.dataset.for, wanted.for) || !isFor(event.dataset.groups, wanted.group);
  }
  for (const month of months) month.hidden = !month.querySelector("li:not([hidden])");
  const left = events.filter((event) => !event.hidden).length;
  const isChosen = wanted.for || wanted.group;
  told.textContent = isChosen ? count(told.dataset, left, { all: events.length }) : "";
});

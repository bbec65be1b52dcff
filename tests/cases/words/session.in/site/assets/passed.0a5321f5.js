// Dims what has passed since the site was built. Without it the page is complete.
for (const dated of document.querySelectorAll("[data-over]")) {
  dated.classList.toggle("over", Date.parse(dated.dataset.over) < Date.now());
}
